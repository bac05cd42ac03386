import type { NumberSpec } from "@headroom/sdk";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CSSProperties } from "react";
import { faderTicks } from "./faderTicks.js";

interface FaderScaleProps {
  readonly spec: NumberSpec;
  /** CSS pixels of the height that are no travel. */
  readonly inset: number;
}

/** CSS pixels between two numbers that can still be read. */
const TICK_PIXELS = 12;

/** The numbers beside a fader: as many as its height has room for. */
export function FaderScale({ spec, inset }: FaderScaleProps) {
  const scale = useRef<HTMLDivElement>(null);
  const [travelPixels, setTravelPixels] = useState(220);
  useLayoutEffect(() => {
    const element = scale.current;
    if (!element) return;
    const measure = () => setTravelPixels(Math.max(1, element.clientHeight - inset));
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [inset]);
  const ticks = useMemo(() => faderTicks(spec, TICK_PIXELS / travelPixels), [spec, travelPixels]);
  return (
    <div ref={scale} className="hr-fader-scale" aria-hidden="true">
      {ticks.map((tick) => (
        <div key={tick.text} className="hr-fader-tick" data-unity={tick.isUnity || undefined} style={{ "--hr-travel": tick.travel } as CSSProperties}>
          <span>{tick.text}</span>
        </div>
      ))}
    </div>
  );
}
