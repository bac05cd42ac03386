import type { ReactNode } from "react";
import { useObservable } from "../../state/observable.js";
import { type MeasuredSong, songAnalysis } from "./song-analysis.js";

interface WithAnalysisProps {
  /** What would be here if the song were measured. */
  readonly what: string;
  readonly children: (measured: MeasuredSong) => ReactNode;
}

/** What needs the measured song; until there is one, what it would show. */
export function WithAnalysis({ what, children }: WithAnalysisProps) {
  const { measured } = useObservable(songAnalysis);
  if (measured) return children(measured);
  return (
    <div className="mix-empty">
      <p className="mix-hint">{what}</p>
    </div>
  );
}
