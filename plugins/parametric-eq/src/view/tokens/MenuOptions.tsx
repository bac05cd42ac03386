import type { ParameterHandle } from "@headroom/sdk/view";
import { useParameter } from "@headroom/ui";
import type { ReactNode } from "react";

interface MenuOptionsProps {
  /** A choice parameter. */
  readonly handle: ParameterHandle;
  readonly name: string;
  readonly text: (option: string) => string;
  readonly icon?: (option: string) => ReactNode;
  readonly onClose: () => void;
}

/** A choice's options as a column of a menu. */
export function MenuOptions({ handle, name, text, icon, onClose }: MenuOptionsProps) {
  const { number } = useParameter(handle);
  if (handle.spec.kind !== "choice") return null;
  return (
    <div role="group" aria-label={name} className="eq-menu-column">
      <span className="eq-menu-title" aria-hidden="true">
        {name}
      </span>
      {handle.spec.options.map((option, index) => (
        <button
          key={option}
          type="button"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={index === number}
          onClick={() => {
            handle.setNumber(index);
            onClose();
          }}
        >
          {icon?.(option)}
          {text(option)}
        </button>
      ))}
    </div>
  );
}
