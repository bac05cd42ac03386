import { useEffect, useEffectEvent, useRef } from "react";
import type { CSSProperties, RefObject } from "react";
import { attachToken } from "./attachToken.js";
import type { Band } from "./bands.js";

interface BandTokenProps {
  readonly band: Band;
  readonly graph: RefObject<HTMLElement | null>;
  readonly rangeDb: number;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onHover: (isOver: boolean) => void;
  readonly onMenu: (clientX: number, clientY: number) => void;
}

/** A band's numbered handle on the graph. */
export function BandToken({ band, graph, rangeDb, isSelected, onSelect, onHover, onMenu }: BandTokenProps) {
  const ref = useRef<HTMLDivElement>(null);
  const select = useEffectEvent(onSelect);
  const openMenu = useEffectEvent(onMenu);
  useEffect(() => {
    if (!ref.current || !graph.current) return;
    return attachToken(ref.current, band, {
      graph: graph.current,
      rangeDb,
      onSelect: () => select(),
      onMenu: (x, y) => openMenu(x, y),
    });
  }, [band, graph, rangeDb]);
  return (
    <div
      ref={ref}
      className="eq-token"
      style={{ "--eq-band": band.color } as CSSProperties}
      role="slider"
      tabIndex={0}
      aria-roledescription="band"
      aria-label={`Band ${band.number}`}
      aria-valuemin={20}
      aria-valuemax={20_000}
      data-selected={isSelected || undefined}
      data-band={band.number}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
    >
      <span aria-hidden="true">{band.number}</span>
    </div>
  );
}
