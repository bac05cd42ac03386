import { channelLevels } from "@headroom/analysis";
import { useMemo, useState } from "react";
import { useSession } from "../../session/use-session.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { LevelRow } from "./LevelRow.js";

/** Channels with their loudness while they sound, and what a fader would do while it is dragged. */
export function LevelList({ measured: { analysis, session } }: { readonly measured: MeasuredSong }) {
  const strips = useSession((now) => now.strips);
  const [anchor, setAnchor] = useState<string>();
  const levels = useMemo(() => channelLevels(session, analysis, anchor === undefined ? {} : { anchor }), [session, analysis, anchor]);
  const sounding = levels.filter(({ lufs }) => lufs > -120);
  const relative = levels.map(({ toMixLu, toAnchorLu }) => (anchor === undefined ? toMixLu : (toAnchorLu ?? toMixLu)));
  const reach = Math.max(12, ...relative.filter((lu) => Math.abs(lu) < 60).map(Math.abs));
  return (
    <section className="mix-section" aria-label="Loudness of the channels">
      <div className="level-head">
        <p className="mix-hint">
          Gated loudness of each channel behind its fader, so pauses do not count. Drag a fader in the mixer: what it will do is shown before you let go.
        </p>
        <label>
          Against{" "}
          <select className="hr-select" value={anchor ?? ""} onChange={({ target: { value } }) => setAnchor(value === "" ? undefined : value)}>
            <option value="">the mix</option>
            {sounding.map(({ strip }) => (
              <option key={strip} value={strip}>
                {strips[strip]?.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <table className="mix-table level-table" aria-label="Loudness while sounding">
        <thead>
          <tr>
            <th scope="col">Channel</th>
            <th scope="col">Role</th>
            <th scope="col">LUFS</th>
            <th scope="col" className="level-plot-head">
              {anchor === undefined ? "Against the mix" : `Against ${strips[anchor]?.name ?? ""}`}, LU
            </th>
            <th scope="col">If you let go</th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level, index) => (
            <LevelRow key={level.strip} level={level} relativeLu={relative[index] ?? 0} reachLu={reach} measured={{ analysis, session }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
