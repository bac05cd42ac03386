import { onFrame } from "@headroom/ui";
import { useEffect, useRef } from "react";
import type { MeterHost } from "./meterHost.js";
import { pullTrigger } from "./pullTrigger.js";

/** A lamp a side that stays lit after a clip, with how many there were. A click puts both out. */
export function ClipLamps({ host }: { readonly host: MeterHost }) {
  const ref = useRef<HTMLButtonElement>(null);
  const { clips } = host.readouts;
  useEffect(() => {
    const button = ref.current;
    if (!button) return;
    return onFrame(() => {
      const counts = clips.read();
      const lamps = button.querySelectorAll("span");
      lamps.forEach((lamp, side) => {
        const count = counts[side] ?? 0;
        const text = count > 0 ? (count < 1000 ? String(count) : "999+") : "";
        if (lamp.textContent !== text) lamp.textContent = text;
        lamp.toggleAttribute("data-clipped", count > 0);
      });
      const label = `Clips: left ${counts[0] ?? 0}, right ${counts[1] ?? 0}. Clear clips and holds`;
      if (button.ariaLabel !== label) button.ariaLabel = label;
    }, button);
  }, [clips]);
  return (
    <button ref={ref} type="button" className="meter-clips" title="Clips since they were cleared: click to clear" onClick={() => pullTrigger(host.params.clearClips)}>
      <span />
      <span />
    </button>
  );
}
