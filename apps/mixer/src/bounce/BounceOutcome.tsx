import { Download } from "lucide-react";
import { clockText } from "../transport/time-text.js";
import { clipText, loudnessText, peakDbText } from "./bounce-text.js";
import type { BounceState } from "./use-bounce.js";

/** Progress of a bounce, then what came of it. */
export function BounceOutcome({ state }: { readonly state: BounceState }) {
  switch (state.phase) {
    case "idle":
      return null;
    case "running":
      return (
        <div className="bounce-outcome">
          <progress aria-label="Progress of the bounce" max={1} value={state.done} />
          <span className="bounce-percent">{Math.round(state.done * 100)} %</span>
        </div>
      );
    case "failed":
      return (
        <p className="bounce-outcome bounce-failed" role="alert">
          The bounce failed: {state.reason}
        </p>
      );
    case "done":
      return <BounceDone state={state} />;
  }
}

function BounceDone({ state }: { readonly state: Extract<BounceState, { readonly phase: "done" }> }) {
  const { result, form, mix, stems } = state;
  const bytes = [result, ...result.stems].reduce((sum, { wav }) => sum + wav.size, 0);
  return (
    <div className="bounce-outcome bounce-done" role="status">
      <dl className="facts">
        <dt>Length</dt>
        <dd>{clockText(result.frames / result.sampleRate)}</dd>
        <dt>Speed</dt>
        <dd>{result.timesRealTime.toFixed(1)}× real time</dd>
        <dt>Peak</dt>
        <dd>{peakDbText(result.peak)}</dd>
        <dt>Loudness</dt>
        <dd>{loudnessText(result.lufs)}</dd>
        <dt>Size</dt>
        <dd>{(bytes / 1e6).toFixed(1)} MB</dd>
      </dl>
      <p data-clipped={result.clipped > 0 || undefined}>{clipText(result, form.depth)}</p>
      <a className="hr-button primary" href={mix.url} download={mix.name}>
        <Download size={14} aria-hidden="true" /> Download {mix.name}
      </a>
      {stems.length > 0 && (
        <ul className="bounce-stems" aria-label="Stems">
          {stems.map(({ name, url }) => (
            <li key={url}>
              <a href={url} download={name}>
                <Download size={12} aria-hidden="true" /> {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
