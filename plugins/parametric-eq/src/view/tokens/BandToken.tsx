import { useEffect, useEffectEvent, useRef } from "react";
import type { CSSProperties } from "react";
import { eqParams } from "../../params.js";
import type { Band } from "../bands/band.js";
import type { EqEditor } from "../bands/eqEditor.js";
import type { GraphArea } from "../graph/graphArea.js";
import { followPlace } from "./followPlace.js";
import { attachTokenKeys } from "./tokenKeys.js";
import { attachTokenPointer } from "./tokenPointer.js";

interface BandTokenProps {
  readonly band: Band;
  readonly editor: EqEditor;
  readonly area: GraphArea;
  readonly rangeDb: number;
  readonly isSelected: boolean;
  /** Whether the Tab key stops here: one token of all does. */
  readonly isTabStop: boolean;
  readonly onMenu: (clientX: number, clientY: number) => void;
  readonly onType: (text: string) => void;
}

const { min, max } = eqParams["band1.frequency"];
const KEYS = "ArrowLeft ArrowRight ArrowUp ArrowDown + - Space Enter Delete PageUp PageDown L Control+A";

/** A band's numbered handle on the graph. */
export function BandToken({ band, editor, area, rangeDb, isSelected, isTabStop, onMenu, onType }: BandTokenProps) {
  const ref = useRef<HTMLDivElement>(null);
  const openMenu = useEffectEvent(onMenu);
  const openEntry = useEffectEvent(onType);
  const { number } = band;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const listening = new AbortController();
    const surroundings = {
      editor, area, rangeDb,
      onMenu: (x: number, y: number) => openMenu(x, y),
      onType: (text: string) => openEntry(text),
    };
    attachTokenPointer(element, number, surroundings, listening.signal);
    attachTokenKeys(element, number, surroundings, listening.signal);
    const forget = followPlace(element, number, surroundings);
    return () => {
      listening.abort();
      forget();
    };
  }, [number, editor, area, rangeDb]);
  useEffect(() => {
    if (editor.focusWanted !== number) return;
    editor.focusWanted = undefined;
    ref.current?.focus({ preventScroll: true });
  }, [editor, number]);
  return (
    <div
      ref={ref}
      className="eq-token"
      style={{ "--eq-band": band.color } as CSSProperties}
      role="slider"
      tabIndex={isTabStop ? 0 : -1}
      aria-roledescription="band"
      aria-label={`Band ${number}`}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-keyshortcuts={KEYS}
      data-selected={isSelected || undefined}
      data-band={number}
      onPointerEnter={() => editor.selection.point(number)}
      onPointerLeave={() => editor.selection.point(undefined)}
      onFocus={(event) => {
        if (!editor.selection.has(number)) editor.selection.set([number]);
        if (event.currentTarget.matches(":focus-visible")) editor.selection.point(number);
      }}
      onBlur={() => editor.selection.state().pointed === number && editor.selection.point(undefined)}
    >
      <span className="eq-mark" data-shape={band.shape} data-selected={isSelected || undefined} aria-hidden="true">
        <b>{number}</b>
      </span>
    </div>
  );
}
