import { noteWithCents, onFrame } from "@headroom/ui";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { canBeDynamic, hasGain, hasSlope } from "../../band-types.js";
import type { BandValues } from "../bands/band.js";
import { frequencyText, gainText, qText, slopeText, typeText } from "../bands/bandText.js";
import type { EqEditor } from "../bands/eqEditor.js";
import type { GraphArea } from "../graph/graphArea.js";
import { tokenPlace } from "../graph/graphScale.js";

interface TokenTipProps {
  readonly editor: EqEditor;
  readonly area: GraphArea;
  readonly rangeDb: number;
}

/** CSS pixels between a token's middle and its words. */
const GAP = 18;
const EDGE = 4;

/** The band under the pointer in numbers, beside its token. Written outside React while it moves. */
export function TokenTip({ editor, area, rangeDb }: TokenTipProps) {
  const { pointed } = useSyncExternalStore(editor.selection.subscribe, editor.selection.state);
  const ref = useRef<HTMLDivElement>(null);
  const { model, host } = editor;
  const isShown = pointed !== undefined && model.inUse.some((band) => band.number === pointed);
  useEffect(() => {
    const tip = ref.current;
    if (!isShown || !tip) return;
    let shown = "";
    return onFrame(() => {
      const values = model.valuesOf(pointed);
      const text = tipText(values, host.readouts.dynamics.read()[pointed - 1] ?? 0);
      if (text === shown) return;
      shown = tip.textContent = text;
      const { x, y } = tokenPlace(values, area.width, area.height, rangeDb);
      const { offsetWidth, offsetHeight } = tip;
      const left = Math.min(area.width - offsetWidth - EDGE, Math.max(EDGE, x - offsetWidth / 2));
      const above = y - GAP - offsetHeight;
      tip.style.transform = `translate(${left}px, ${above < EDGE ? y + GAP : above}px)`;
      tip.style.visibility = "visible";
    }, area.element);
  }, [isShown, pointed, area, rangeDb, model, host]);
  if (!isShown) return null;
  return <div ref={ref} key={pointed} className="eq-tip" style={{ borderColor: model.band(pointed).color, visibility: "hidden" }} aria-hidden="true" />;
}

/** Two lines: where the band lies, and what it does. */
function tipText({ type, frequency, gain, q, slope, channel, dynamic, enabled }: BandValues, dynamicsDb: number): string {
  const does = [typeText(type)];
  if (hasGain(type)) does.push(gainText(gain));
  if (dynamic && canBeDynamic(type) && Number.isFinite(dynamicsDb)) does.push(`now ${gainText(gain + dynamicsDb)}`);
  does.push(`Q ${qText(q)}`);
  if (hasSlope(type)) does.push(slopeText(slope));
  if (channel !== "stereo") does.push(channel);
  if (!enabled) does.push("off");
  return `${frequencyText(frequency)} · ${noteWithCents(frequency)}\n${does.join(" · ")}`;
}
