import { useEffect, useRef } from "react";
import type { RefObject } from "react";
import type { EqEditor } from "../bands/eqEditor.js";
import { attachCrosshair } from "./attachCrosshair.js";
import type { GraphArea } from "./graphArea.js";

interface CrosshairProps {
  readonly editor: EqEditor;
  readonly column: RefObject<HTMLElement | null>;
  readonly area: GraphArea;
  readonly litKey: RefObject<HTMLElement | null>;
  readonly rangeDb: number;
}

/** Frequency, note and gain under the pointer, written outside React. */
export function Crosshair({ editor, column, area, litKey, rangeDb }: CrosshairProps) {
  const hair = useRef<HTMLDivElement>(null);
  const frequency = useRef<HTMLDivElement>(null);
  const gain = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!column.current || !hair.current || !litKey.current || !frequency.current || !gain.current) return;
    return attachCrosshair(
      { column: column.current, area, hair: hair.current, litKey: litKey.current, frequency: frequency.current, gain: gain.current },
      editor, rangeDb,
    );
  }, [editor, column, area, litKey, rangeDb]);
  return (
    <div className="eq-crosshair" aria-hidden="true">
      <div ref={hair} className="eq-hair" />
      <div ref={frequency} className="eq-hair-frequency" />
      <div ref={gain} className="eq-hair-gain" />
    </div>
  );
}
