import { optionText as labelOf } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { parameterLabel, parameterName } from "../parameter/parameterName.js";
import { useParameter } from "../parameter/useParameter.js";

export interface ChoiceMenuProps {
  /** A choice parameter. */
  readonly handle: ParameterHandle;
  /** Shown above; the parameter's own without one, none for "". */
  readonly label?: string;
  readonly name?: string;
  /** How an option reads; as its parameter says without one. */
  readonly optionText?: (option: string) => string;
  readonly disabled?: boolean;
}

/** A menu of a parameter's options: the platform's own, so that it works everywhere. */
export function ChoiceMenu({ handle, label = parameterLabel(handle), name, optionText, disabled }: ChoiceMenuProps) {
  const { number } = useParameter(handle);
  const { spec } = handle;
  if (spec.kind !== "choice") return null;
  return (
    <div className="hr-control">
      {label !== "" && (
        <span className="hr-control-label" aria-hidden="true">
          {label}
        </span>
      )}
      <select
        className="hr-select"
        aria-label={name ?? parameterName(handle)}
        value={number}
        disabled={disabled}
        onChange={(event) => handle.setNumber(Number(event.target.value))}
      >
        {spec.options.map((option, index) => (
          <option key={option} value={index}>
            {optionText?.(option) ?? labelOf(spec, option)}
          </option>
        ))}
      </select>
    </div>
  );
}
