import { onFrame } from "@headroom/ui";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import type { CSSProperties } from "react";
import type { Band } from "../bands/band.js";
import { bandInWords } from "../bands/bandText.js";
import type { EqEditor } from "../bands/eqEditor.js";
import { TypeGlyph } from "./TypeGlyph.js";

interface BandChipProps {
  readonly band: Band;
  readonly editor: EqEditor;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** `isExtending` with Shift or Ctrl. */
  readonly onChoose: (isExtending: boolean) => void;
}

/** What of a band a chip shows; the rest is said in its words, which are written outside React. */
const SHOWN: ReadonlySet<string | undefined> = new Set(["type", "enabled", "channel"]);

/** One band to choose. A double-click switches it. */
export function BandChip({ band, editor, isSelected, isTabStop, onChoose }: BandChipProps) {
  const { model, selection } = editor;
  const { number } = band;
  const ref = useRef<HTMLButtonElement>(null);
  const subscribe = useCallback((listener: () => void) => model.subscribe((changed, name) => changed === number && SHOWN.has(name) && listener()), [model, number]);
  useSyncExternalStore(subscribe, () => {
    const { type, enabled, channel } = model.valuesOf(number);
    return `${type} ${enabled} ${channel}`;
  });
  useEffect(() => {
    let isOld = true;
    const forget = model.subscribe((changed) => (isOld ||= changed === number));
    const stop = onFrame(() => {
      if (!isOld || !ref.current) return;
      isOld = false;
      const words = bandInWords(model.valuesOf(number));
      ref.current.title = words;
      ref.current.ariaLabel = `Band ${number}: ${words}`;
    });
    return () => {
      forget();
      stop();
    };
  }, [model, number]);
  const { type, enabled, channel } = model.valuesOf(number);
  return (
    <button
      ref={ref}
      type="button"
      className="eq-chip"
      style={{ "--eq-band": band.color } as CSSProperties}
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isSelected}
      data-off={!enabled || undefined}
      onClick={(event) => onChoose(event.shiftKey || event.ctrlKey || event.metaKey)}
      onDoubleClick={() => band.enabled.set(!enabled)}
      onPointerEnter={() => selection.point(number)}
      onPointerLeave={() => selection.point(undefined)}
    >
      <span className="eq-mark" data-shape={band.shape} data-selected={isSelected || undefined}>
        <b>{number}</b>
      </span>
      <TypeGlyph type={type} />
      {channel !== "stereo" && <span className="eq-chip-channel">{channel.charAt(0).toUpperCase()}</span>}
    </button>
  );
}
