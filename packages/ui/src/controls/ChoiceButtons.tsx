import { optionText as labelOf } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { useId } from "react";
import { parameterName } from "../parameter/parameterName.js";
import { useParameter } from "../parameter/useParameter.js";

export interface ChoiceButtonsProps {
  /** A choice parameter of a few short options. */
  readonly handle: ParameterHandle;
  readonly name?: string;
  /** How an option reads; as its parameter says without one. */
  readonly optionText?: (option: string) => string;
  readonly disabled?: boolean;
}

/** A parameter's options side by side, one of them pressed: the platform's radio buttons in another dress. */
export function ChoiceButtons({ handle, name, optionText, disabled }: ChoiceButtonsProps) {
  const { number } = useParameter(handle);
  const group = useId();
  const { spec } = handle;
  if (spec.kind !== "choice") return null;
  return (
    <div className="hr-choices" role="radiogroup" aria-label={name ?? parameterName(handle)}>
      {spec.options.map((option, index) => (
        <label key={option}>
          <input type="radio" name={group} checked={index === number} disabled={disabled} onChange={() => handle.setNumber(index)} />
          <span>{optionText?.(option) ?? labelOf(spec, option)}</span>
        </label>
      ))}
    </div>
  );
}
