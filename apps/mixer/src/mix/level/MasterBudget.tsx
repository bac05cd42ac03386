import { masterBudget } from "@headroom/analysis";
import { useMemo } from "react";
import { useSession } from "../../session/use-session.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { hertzText, shareText } from "../parts/number-text.js";

/** What each strip takes of the master's loudness, and of each octave. */
export function MasterBudget({ measured: { analysis, session } }: { readonly measured: MeasuredSong }) {
  const strips = useSession((now) => now.strips);
  const shares = useMemo(() => [...masterBudget(session, analysis)].sort((one, other) => other.loudness - one.loudness), [session, analysis]);
  if (!shares.some(({ loudness }) => loudness > 0)) return <p className="mix-hint mix-empty">Nothing sounds in the master, so there is nothing to share.</p>;
  return (
    <section className="mix-section" aria-label="Master's budget">
      <p className="mix-hint">
        Shares of the K-weighted power that makes the master&apos;s loudness, and of the power in each octave. A wide share in an octave where a sound has nothing to say is room for another.
      </p>
      <div className="budget-bar" aria-hidden="true">
        {shares.map(({ strip, loudness }) => (
          <i key={strip} title={`${strips[strip]?.name ?? strip}: ${shareText(loudness)}`} style={{ "--strip-color": strips[strip]?.color, flexGrow: Math.max(0, loudness) }}>
            {loudness > 0.08 && strips[strip]?.name}
          </i>
        ))}
      </div>
      <div className="mix-wide">
        <table className="mix-table budget-table" aria-label="Shares of the master">
          <thead>
            <tr>
              <th scope="col">Strip</th>
              <th scope="col">Loudness</th>
              {analysis.octavesHz.map((hz) => (
                <th key={hz} scope="col">
                  <span className="hr-hidden">{hertzText(hz)}</span>
                  <span aria-hidden="true">{hz < 1000 ? Math.round(hz) : `${Math.round(hz / 1000)}k`}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shares.map(({ strip, loudness, octaves }) => (
              <tr key={strip} style={{ "--strip-color": strips[strip]?.color }}>
                <th scope="row">{strips[strip]?.name ?? strip}</th>
                <td className="budget-total">{shareText(loudness)}</td>
                {octaves.map((share, index) => (
                  <td key={analysis.octavesHz[index]} style={{ "--share": Math.min(1, Math.max(0, share)) }}>
                    {share < 0.005 ? <span className="hr-hidden">0 %</span> : Math.round(100 * share)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
