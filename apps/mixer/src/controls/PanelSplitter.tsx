import type { PointerEvent } from "react";

interface PanelSplitterProps {
  readonly label: string;
  readonly className: string;
  /** Which way it lies. */
  readonly orientation: "horizontal" | "vertical";
  /** Pixels of the panel that it sizes. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
  /** Pixels an arrow key. */
  readonly step: number;
  /** The arrow key that makes the panel larger; its opposite makes it smaller. */
  readonly larger: keyof typeof OPPOSITE;
  /** The size that a pointer asks for. */
  readonly sizeAt: (event: PointerEvent<HTMLElement>) => number | undefined;
  readonly onChange: (size: number) => void;
}

const OPPOSITE = { ArrowUp: "ArrowDown", ArrowDown: "ArrowUp", ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" } as const;

/** The line at the edge of a panel: drag it, or move it with the arrow keys. */
export function PanelSplitter({ label, className, orientation, size, least, most, step, larger, sizeAt, onChange }: PanelSplitterProps) {
  return (
    <div
      role="separator"
      aria-orientation={orientation}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={size}
      tabIndex={0}
      className={className}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const wanted = event.currentTarget.hasPointerCapture(event.pointerId) ? sizeAt(event) : undefined;
        if (wanted !== undefined) onChange(wanted);
      }}
      onKeyDown={(event) => {
        const direction = event.key === larger ? 1 : event.key === OPPOSITE[larger] ? -1 : 0;
        if (direction === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onChange(size + direction * step);
      }}
    />
  );
}
