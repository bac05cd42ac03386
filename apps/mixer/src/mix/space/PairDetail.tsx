import type { Collision } from "@headroom/analysis";
import { useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { attempt } from "../../session/attempt.js";
import { useSession } from "../../session/use-session.js";
import { clockText } from "../../transport/time-text.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { hertzText, shareText } from "../parts/number-text.js";
import { isIntended } from "./intended.js";
import { MakeRoom } from "./MakeRoom.js";
import { PairSpectra } from "./PairSpectra.js";

/** One pair: its spectra, where and when it collides, whether that is meant, and what would make room. */
export function PairDetail({ collision, measured }: { readonly collision: Collision; readonly measured: MeasuredSong }) {
  const { document, transport } = useRuntime();
  const strips = useSession((session) => session.strips);
  const intended = useSession((session) => session.intendedOverlaps);
  const [shown, show] = useState<number>();
  const { strips: pair, masking: [worse, other], rangeHz, when } = collision;
  const name = (id: string) => strips[id]?.name ?? id;
  const meant = isIntended(intended, pair);
  return (
    <section className="pair-detail" aria-label={`${name(pair[0])} and ${name(pair[1])}`}>
      <header>
        <h3>
          <i style={{ "--strip-color": strips[worse.masker]?.color }} /> {name(worse.masker)} and <i style={{ "--strip-color": strips[worse.victim]?.color }} /> {name(worse.victim)}
        </h3>
        <label>
          <input type="checkbox" checked={meant} onChange={({ target }) => attempt(() => document.song.setIntendedOverlap(pair[0], pair[1], target.checked))} /> This overlap is intended
        </label>
      </header>
      <p>
        {name(worse.masker)} hides {shareText(worse.share)} of {name(worse.victim)}, and {name(worse.victim)} hides {shareText(other.share)} of {name(worse.masker)}, most of it from {hertzText(rangeHz[0])} to {hertzText(rangeHz[1])}.
      </p>
      <PairSpectra collision={collision} measured={measured} stretch={shown === undefined ? undefined : when[shown]} />
      <div className="pair-times" role="group" aria-label="Where it is worst">
        <button type="button" className="hr-button" aria-pressed={shown === undefined} onClick={() => show(undefined)}>
          Whole song
        </button>
        {when.map(({ startSeconds, endSeconds, share }, index) => (
          <button
            key={startSeconds}
            type="button"
            className="hr-button"
            aria-pressed={shown === index}
            title={`${clockText(startSeconds)} to ${clockText(endSeconds)}`}
            onClick={() => {
              show(index);
              transport.seek(startSeconds);
            }}
          >
            {clockText(startSeconds)} · {shareText(share)}
          </button>
        ))}
      </div>
      {meant ? <p className="mix-hint">Marked as intended: nothing is suggested.</p> : <MakeRoom collision={collision} measured={measured} />}
    </section>
  );
}
