<<<<<<< HEAD
import { formatParameter } from "@headroom/sdk";
=======
import { optionText as labelOf } from "@headroom/sdk";
>>>>>>> wt-meter
import type { ParameterHandle } from "@headroom/sdk/view";
import { useId } from "react";
import { parameterName } from "../parameter/parameterName.js";
import { useParameter } from "../parameter/useParameter.js";

export interface ChoiceButtonsProps {
  /** A choice parameter of a few short options. */
  readonly handle: ParameterHandle;
  readonly name?: string;
<<<<<<< HEAD
  /** How an option reads; as the parameter says without one. */
=======
  /** How an option reads; as its parameter says without one. */
>>>>>>> wt-meter
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
<<<<<<< HEAD
          <span>{optionText?.(option) ?? formatParameter(spec, index)}</span>
=======
          <span>{optionText?.(option) ?? labelOf(spec, option)}</span>
>>>>>>> wt-meter
        </label>
      ))}
    </div>
  );
}
