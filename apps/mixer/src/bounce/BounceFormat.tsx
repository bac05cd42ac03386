import { FILE_RATES } from "./bounce-form.js";
import { BIT_DEPTHS } from "./bounce-text.js";
import type { BouncePart } from "./BounceRange.js";

/** Word length, dither and sample rate. */
export function BounceFormat({ form, isRunning, change, engineRate }: BouncePart & { readonly engineRate: number }) {
  const rates = [...new Set([engineRate, ...FILE_RATES])].sort((a, b) => a - b);
  return (
    <fieldset className="choices" disabled={isRunning}>
      <legend>Format</legend>
      {BIT_DEPTHS.map((format) => (
        <label key={format.depth}>
          <input type="radio" name="depth" checked={form.depth === format.depth} onChange={() => change({ depth: format.depth, dither: format.depth === 16 })} /> {format.text}
        </label>
      ))}
      <div className="bounce-row">
        <label>
          <span className="bounce-word">Sample rate</span>
          <select className="hr-select" value={form.sampleRate} onChange={(event) => change({ sampleRate: Number(event.target.value) })}>
            {rates.map((rate) => (
              <option key={rate} value={rate}>
                {rate / 1000} kHz{rate === engineRate ? ", as mixed" : ""}
              </option>
            ))}
          </select>
        </label>
        <label title="Noise of one step, which keeps what is quieter than a step from turning into distortion">
          <input type="checkbox" checked={form.dither && form.depth !== "32f"} disabled={form.depth === "32f"} onChange={(event) => change({ dither: event.target.checked })} /> Dither
        </label>
      </div>
    </fieldset>
  );
}
