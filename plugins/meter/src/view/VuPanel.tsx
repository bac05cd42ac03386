import { useParameter, ValueField } from "@headroom/ui";
import { useState } from "react";
import { drawVu } from "./drawVu.js";
import { levelNumber } from "./levelNumber.js";
import { LiveCanvas } from "./LiveCanvas.js";
import type { MeterHost } from "./meterHost.js";
import { MeterLive } from "./MeterLive.js";
import { Reading } from "./Reading.js";
import { vuDeflection } from "./vuScale.js";

/** A VU meter with a needle a side. */
export function VuPanel({ host }: { readonly host: MeterHost }) {
  const { params, readouts } = host;
  useParameter(params.vuReference);
  const [shown] = useState({ left: 0, right: 0 });
  const side = (n: 0 | 1) => readouts.vu.read()[n] ?? -Infinity;
  const text = () => `left ${levelNumber(side(0))}, right ${levelNumber(side(1))} VU`;
  return (
    <section className="meter-panel meter-vu" aria-label="VU">
      <header>
        <h3>VU</h3>
        <span className="meter-vu-numbers">
          <Reading read={() => levelNumber(side(0))} className="meter-left" />
          <Reading read={() => levelNumber(side(1))} className="meter-right" />
        </span>
      </header>
      <MeterLive name="VU" min={-20} max={3} className="meter-vu-dial" read={() => ({ value: Math.max(side(0), side(1)), text: text() })}>
        <LiveCanvas
          draw={(drawing) => drawVu(drawing, side(0), side(1))}
          changed={() => {
            const [left, right] = [vuDeflection(side(0)), vuDeflection(side(1))];
            const hasMoved = Math.abs(left - shown.left) + Math.abs(right - shown.right) > 0.002;
            if (hasMoved) Object.assign(shown, { left, right });
            return hasMoved;
          }}
        />
      </MeterLive>
      <footer>
        <ValueField handle={params.vuReference} />
      </footer>
    </section>
  );
}
