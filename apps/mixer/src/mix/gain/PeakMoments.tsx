import type { MasterPeak } from "@headroom/analysis";
import { useState } from "react";
import { useRuntime } from "../../app/runtime.js";
import { useSession } from "../../session/use-session.js";
import { clockText } from "../../transport/time-text.js";
import { levelText, shareText } from "../parts/number-text.js";

/** The master's overs, or its highest peak, and what each strip gave to the very sample. */
export function PeakMoments({ peaks }: { readonly peaks: readonly MasterPeak[] }) {
  const { transport } = useRuntime();
  const [chosen, choose] = useState(0);
  const peak = peaks[chosen] ?? peaks[0];
  if (!peak) return null;
  const isOver = peak.levelDbfs > 0;
  return (
    <section className="peak-moments" aria-label="Peaks of the master">
      <h3>{isOver ? `${peaks.length} stretches of the master are over full scale` : "The master's highest peak"}</h3>
      <div className="over-columns">
        <ul className="over-times">
          {peaks.map(({ seconds, levelDbfs }, index) => (
            <li key={seconds}>
              <button
                type="button"
                aria-pressed={index === chosen}
                onClick={() => {
                  choose(index);
                  transport.seek(Math.max(0, seconds - 0.5));
                }}
              >
                <span>{clockText(seconds)}</span>
                <b data-under={levelDbfs <= 0 || undefined}>{levelText(levelDbfs)}</b>
              </button>
            </li>
          ))}
        </ul>
        <Contributions peak={peak} />
      </div>
    </section>
  );
}

/** What each strip gives to the master's sample at the peak: signed, so that what works against it shows as such. */
function Contributions({ peak }: { readonly peak: MasterPeak }) {
  const strips = useSession((session) => session.strips);
  const most = Math.max(1e-9, ...peak.contributions.map(({ share }) => Math.abs(share)));
  return (
    <ol className="over-parts" aria-label={`What each strip gives to the ${peak.side} sample`}>
      {peak.contributions.map(({ strip, share, levelDbfs }) => (
        <li key={strip} style={{ "--strip-color": strips[strip]?.color, "--share": Math.abs(share) / most }} data-against={share < 0 || undefined} title={share < 0 ? "Works against the peak" : undefined}>
          <span>{strips[strip]?.name}</span>
          <i aria-hidden="true" />
          <b>
            {levelText(levelDbfs)} <small>{shareText(share)}</small>
          </b>
        </li>
      ))}
    </ol>
  );
}
