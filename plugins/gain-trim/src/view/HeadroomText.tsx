import { formatQuantity } from "@headroom/sdk";
import { onFrame } from "@headroom/ui";
import { useEffect, useRef } from "react";
import type { Levels } from "./useLevels.js";

const PERIOD_MS = 100;
/** Below this there was no sound. */
const FLOOR_DB = -120;

/** How far the highest peak stayed below full scale; above it, the number is negative and marked. */
export function HeadroomText({ levels }: { readonly levels: Levels }) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let nextMs = 0;
    return onFrame((nowMs) => {
      if (nowMs < nextMs) return;
      nextMs = nowMs + PERIOD_MS;
      const { mostDb } = levels;
      const text = mostDb > FLOOR_DB ? formatQuantity(-mostDb, "dB") : "–";
      if (element.textContent !== text) element.textContent = text;
      element.toggleAttribute("data-hot", mostDb > 0);
    }, element);
  }, [levels]);
  return <span ref={ref} />;
}
