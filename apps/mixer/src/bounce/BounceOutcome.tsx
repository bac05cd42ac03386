import { Download } from "lucide-react";
import { useRuntime } from "../app/runtime.js";
import { clockText } from "../transport/time-text.js";
import { clipText, fileName, peakDbText } from "./bounce-text.js";
import type { BounceState } from "./use-bounce.js";

/** Progress of a bounce, then what came of it. */
export function BounceOutcome({ state }: { readonly state: BounceState }) {
  const { document, context } = useRuntime();
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
    case "done": {
      const { result, depth, url } = state;
      return (
        <div className="bounce-outcome bounce-done" role="status">
          <dl className="facts">
            <dt>Length</dt>
            <dd>{clockText(result.frames / context.sampleRate)}</dd>
            <dt>Speed</dt>
            <dd>{result.timesRealTime.toFixed(1)}× real time</dd>
            <dt>Peak</dt>
            <dd>{peakDbText(result.peak)}</dd>
            <dt>Size</dt>
            <dd>{(result.wav.size / 1e6).toFixed(1)} MB</dd>
          </dl>
          <p data-clipped={result.clipped > 0 || undefined}>{clipText(result, depth)}</p>
          <a className="hr-button primary" href={url} download={fileName(document.snapshot().name, depth)}>
            <Download size={14} aria-hidden="true" /> Download {fileName(document.snapshot().name, depth)}
          </a>
        </div>
      );
    }
  }
}
