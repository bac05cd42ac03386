import type { ParameterHandle } from "@headroom/sdk/view";
import type { CSSProperties, ReactNode } from "react";
import { parameterLabel, parameterName } from "../parameter/parameterName.js";
import { useParameter } from "../parameter/useParameter.js";

export interface ToggleButtonProps {
  /** A toggle parameter. */
  readonly handle: ParameterHandle;
  /** What the button shows; the parameter's label without any. */
  readonly children?: ReactNode;
  readonly name?: string;
  /** CSS colours while on; the accent without them. */
  readonly color?: string;
  readonly textColor?: string;
  readonly disabled?: boolean;
}

/** A button that stays pressed while its parameter is on. */
export function ToggleButton({ handle, children, name, color, textColor, disabled }: ToggleButtonProps) {
  const { number } = useParameter(handle);
  return (
    <button
      type="button"
      className="hr-button"
      aria-pressed={number >= 0.5}
      aria-label={name ?? parameterName(handle)}
      disabled={disabled}
      style={{ "--hr-button-color": color, "--hr-button-text": textColor } as CSSProperties}
      onClick={() => handle.setNumber(number >= 0.5 ? 0 : 1)}
    >
      {children ?? parameterLabel(handle)}
    </button>
  );
}
