import { isObservable, type PluginDescriptor, readoutLength } from "@headroom/sdk";
import { Canvas, type Drawing, drawResponseRange } from "@headroom/ui";
import { useEffect, useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { readoutHandle } from "../windows/plugin-host.js";

/** dB at the top of a slot's curve; the bottom is its negative. */
const CURVE_RANGE_DB = 15;
/** Gain reduction that fills the bar. */
const FULL_REDUCTION_DB = 12;
const BAR_HEIGHT = 2;
/** The area below the response: a line would strike the name out. */
const CURVE_FILL = 0.3;
/** A response that is nearer to 0 dB all over is no shape. */
const LEAST_CURVE_DB = 0.1;
/** Less is not drawn. */
const LEAST_DB = 0.05;

interface SlotPictureProps {
  readonly insertId: string;
  readonly descriptor: PluginDescriptor;
}

/** What a plugin shows of itself at its slot, where it states it: its response as a small shape, its gain reduction as a bar. */
export function SlotPicture({ insertId, descriptor }: SlotPictureProps) {
  const { engine } = useRuntime();
  const shown = useMemo(() => {
    const entries = Object.entries(descriptor.readouts);
    const handleOf = (kind: "responseCurve" | "gainReduction") => {
      const [id, spec] = entries.find(([, { kind: stated }]) => stated === kind) ?? [];
      return id !== undefined && spec ? { spec, handle: readoutHandle(engine, insertId, id, readoutLength(spec)), last: new Float32Array(readoutLength(spec)), floor: new Float32Array(readoutLength(spec)).fill(-CURVE_RANGE_DB) } : undefined;
    };
    return { curve: handleOf("responseCurve"), reduction: handleOf("gainReduction") };
  }, [descriptor, engine, insertId]);
  useEffect(() => (shown.curve && isObservable(shown.curve.spec) ? shown.curve.handle.observe() : undefined), [shown]);

  const { curve, reduction } = shown;
  if (!curve && !reduction) return null;
  const draw = (drawing: Drawing) => {
    const { context, width, palette } = drawing;
    if (curve?.last.some((db) => Math.abs(db) > LEAST_CURVE_DB)) {
      drawResponseRange(drawing, curve.last, curve.floor, { rangeDb: CURVE_RANGE_DB, color: palette.accent, fill: CURVE_FILL });
    }
    const db = -(reduction?.last[0] ?? 0);
    if (!(db > LEAST_DB)) return;
    const length = width * Math.min(1, db / FULL_REDUCTION_DB);
    context.fillStyle = palette["meter-hot"];
    context.fillRect(width - length, 0, length, BAR_HEIGHT);
  };
  const changed = () => [curve, reduction].map((one) => one !== undefined && takeOver(one.handle.read(), one.last)).some(Boolean);
  return (
    <span className="slot-picture">
      <Canvas draw={draw} animated changed={changed} />
    </span>
  );
}

/** @returns whether anything differed. */
function takeOver(from: Float32Array, to: Float32Array): boolean {
  if (to.every((value, i) => Object.is(value, from[i]))) return false;
  to.set(from);
  return true;
}
