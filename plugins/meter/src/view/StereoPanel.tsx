import { useState } from "react";
import { drawCorrelation } from "./drawCorrelation.js";
import { GoniometerDrawing } from "./drawGoniometer.js";
import { LiveCanvas } from "./LiveCanvas.js";
import type { MeterHost } from "./meterHost.js";
import { MeterLive } from "./MeterLive.js";
import { Reading } from "./Reading.js";

const inWords = (correlation: number) => `${correlation < 0 ? "−" : ""}${Math.abs(correlation).toFixed(2)}`;

/** The stereo image: goniometer and correlation. */
export function StereoPanel({ host }: { readonly host: MeterHost }) {
  const { correlation, field } = host.readouts;
  const [goniometer] = useState(() => new GoniometerDrawing());
  const [shown] = useState({ correlation: Number.NaN });
  const now = () => correlation.read()[0] ?? 0;
  return (
    <section className="meter-panel meter-stereo" aria-label="Stereo">
      <header>
        <h3>Stereo</h3>
      </header>
      <div className="meter-goniometer">
        <LiveCanvas draw={(drawing) => goniometer.draw(drawing, field.read())} />
      </div>
      <div className="meter-correlation-head">
        <span>Correlation</span>
        <Reading read={() => inWords(now())} state={() => (now() < 0 ? "over" : "")} />
      </div>
      <MeterLive name="Correlation" min={-1} max={1} className="meter-correlation" read={() => ({ value: now(), text: inWords(now()) })}>
        <LiveCanvas
          draw={(drawing) => drawCorrelation(drawing, now())}
          changed={() => {
            const hasMoved = !(Math.abs(now() - shown.correlation) < 0.005);
            if (hasMoved) shown.correlation = now();
            return hasMoved;
          }}
        />
      </MeterLive>
    </section>
  );
}
