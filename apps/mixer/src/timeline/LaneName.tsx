import type { Strip } from "@headroom/session";
import { memo } from "react";
import { useObservable } from "../state/observable.js";
import { selectedStrip, selectStrip } from "../strips/selection.js";

/** The name beside a lane; a click selects the strip. */
export const LaneName = memo(function LaneName({ strip }: { readonly strip: Strip }) {
  const isSelected = useObservable(selectedStrip) === strip.id;
  return (
    <div className="lane-name" data-selected={isSelected || undefined}>
      <button type="button" className="lane-select" aria-pressed={isSelected} onClick={() => selectStrip(strip.id)} title={strip.name}>
        <span className="lane-color" style={{ background: strip.color }} />
        <span className="lane-text">{strip.name}</span>
      </button>
    </div>
  );
});
