import { barSeconds } from "../transport/time-text.js";
import { barsPerLabel } from "./time-scale.js";

const LABEL_PIXELS = 56;

interface RulerProps {
  readonly tempo: number;
  readonly seconds: number;
  readonly pixelsPerSecond: number;
}

/** Bar numbers and lines above the lanes. */
export function RulerMarks({ tempo, seconds, pixelsPerSecond }: RulerProps) {
  const bar = barSeconds(tempo);
  const step = barsPerLabel(bar * pixelsPerSecond, LABEL_PIXELS);
  const bars = Array.from({ length: Math.ceil(seconds / bar / step) }, (_, index) => index * step);
  return (
    <div aria-hidden="true">
      {bars.map((index) => (
        <span key={index} className="ruler-bar" style={{ left: index * bar * pixelsPerSecond }}>
          {index + 1}
        </span>
      ))}
    </div>
  );
}
