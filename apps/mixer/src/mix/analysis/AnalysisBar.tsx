import { ScanSearch } from "lucide-react";
import { useRuntime } from "../../app/runtime.js";
import { useSession } from "../../session/use-session.js";
import { useObservable } from "../../state/observable.js";
import { clockText } from "../../transport/time-text.js";
import { analyseSong, cancelAnalysis, isStale, songAnalysis } from "./song-analysis.js";

/** Measures the whole song, shows how far it is, and whether the result is still that of the mix. */
export function AnalysisBar() {
  const runtime = useRuntime();
  const session = useSession((now) => now);
  const { measured, progress, failure } = useObservable(songAnalysis);
  if (progress !== undefined) {
    return (
      <div className="analysis-bar" role="status">
        <progress aria-label="Analysis" max={1} value={progress} />
        <span>Measuring the song: {Math.round(100 * progress)} %</span>
        <button type="button" className="hr-button" onClick={cancelAnalysis}>
          Cancel
        </button>
      </div>
    );
  }
  const stale = measured && isStale(measured, session);
  return (
    <div className="analysis-bar" data-stale={stale || undefined}>
      <p role="status">{failure ?? (measured ? measuredText(measured.analysis, stale === true) : "The whole song, measured from start to end faster than it plays: levels, shares, masking.")}</p>
      <button type="button" className={`hr-button ${measured && !stale ? "" : "primary"}`} onClick={() => void analyseSong(runtime)}>
        <ScanSearch size={13} aria-hidden="true" /> {measured ? "Analyse again" : "Analyse the song"}
      </button>
    </div>
  );
}

function measuredText({ startSeconds, endSeconds, strips, timesRealTime }: { readonly startSeconds: number; readonly endSeconds: number; readonly strips: readonly unknown[]; readonly timesRealTime: number }, stale: boolean): string {
  const what = `Measured: ${strips.length} strips, ${clockText(startSeconds)} to ${clockText(endSeconds)}, ${timesRealTime.toFixed(0)} times as fast as it plays.`;
  return stale ? `The mix has changed since it was measured. ${what}` : what;
}
