import { type ChannelLevel, predictFader } from "@headroom/analysis";
import { useEffect, useMemo, useRef } from "react";
import { useRuntime } from "../../app/runtime.js";
import { useSession } from "../../session/use-session.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { levelText, signedText } from "../parts/number-text.js";

interface LevelRowProps {
  readonly level: ChannelLevel;
  readonly relativeLu: number;
  /** The plot's half width. */
  readonly reachLu: number;
  readonly measured: Pick<MeasuredSong, "analysis" | "session">;
}

/** One channel's loudness; while its fader is dragged, what comes of it. */
export function LevelRow({ level: { strip: id, role, lufs }, relativeLu, reachLu, measured: { analysis, session } }: LevelRowProps) {
  const { handles } = useRuntime();
  const strip = useSession((now) => now.strips[id]);
  const fader = useMemo(() => handles.strip(id, "faderDb"), [handles, id]);
  const prediction = useRef<HTMLTableCellElement>(null);
  const row = useRef<HTMLTableRowElement>(null);
  const isSilent = !(lufs > -120);
  useEffect(() => {
    const show = () => {
      const faderDb = fader.number();
      const isMoved = !isSilent && Math.abs(faderDb - (session.strips[id]?.faderDb ?? 0)) > 1e-6;
      const predicted = isMoved ? predictFader(session, analysis, id, faderDb) : undefined;
      if (prediction.current) prediction.current.textContent = predicted ? `${levelText(predicted.stripLufs)} LUFS, master ${signedText(predicted.masterChangeLu)} LU` : "";
      row.current?.style.setProperty("--ghost", predicted ? place(relativeLu + predicted.stripLufs - lufs, reachLu) : "-1");
      row.current?.toggleAttribute("data-moved", isMoved);
    };
    show();
    return fader.subscribe(show);
  }, [fader, session, analysis, id, isSilent, lufs, relativeLu, reachLu]);
  return (
    <tr ref={row} style={{ "--strip-color": strip?.color, "--at": place(relativeLu, reachLu) }} data-silent={isSilent || undefined}>
      <th scope="row">{strip?.name ?? id}</th>
      <td className="level-role">{role}</td>
      <td>{levelText(lufs)}</td>
      {isSilent ? (
        <td className="level-plot">Nothing sounds here</td>
      ) : (
        <td className="level-plot">
          <span className="level-track" aria-hidden="true">
            <i />
            <u />
            <b />
          </span>
          <span>{signedText(relativeLu)}</span>
        </td>
      )}
      <td ref={prediction} className="level-prediction" />
    </tr>
  );
}

/** Where a difference stands on the plot, 0…1. */
function place(lu: number, reachLu: number): string {
  return Math.min(1, Math.max(0, (lu + reachLu) / (2 * reachLu))).toFixed(4);
}
