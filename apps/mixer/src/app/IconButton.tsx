import type { LucideIcon } from "lucide-react";
import type { MouseEvent } from "react";

interface IconButtonProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

/** A button that shows an icon; its label is its name and its tooltip. */
export function IconButton({ label, icon: Icon, onClick, pressed, disabled = false }: IconButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} aria-pressed={pressed} disabled={disabled} onClick={onClick}>
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
