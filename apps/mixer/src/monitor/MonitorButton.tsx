import type { MouseEvent } from "react";

interface MonitorButtonProps {
  readonly mark: string;
  readonly name: string;
  /** Said in the tooltip beside the name. */
  readonly hint?: string;
  readonly isOn: boolean;
  readonly className?: string;
  readonly onClick: () => void;
  readonly onMenu?: (event: MouseEvent<HTMLElement>) => void;
}

/** A switch of the monitor. */
export function MonitorButton({ mark, name, hint, isOn, className = "", onClick, onMenu }: MonitorButtonProps) {
  return (
    <button
      type="button"
      className={`hr-button monitor-button ${className}`}
      aria-pressed={isOn}
      aria-label={name}
      title={hint === undefined ? name : `${name}. ${hint}`}
      onClick={onClick}
      onContextMenu={(event) => {
        if (!onMenu) return;
        event.preventDefault();
        onMenu(event);
      }}
    >
      {mark}
    </button>
  );
}
