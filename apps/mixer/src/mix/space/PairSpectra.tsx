import type { Collision } from "@headroom/analysis";
import { type Drawing, Canvas, frequencyToX } from "@headroom/ui";
import { useMemo } from "react";
import { useSession } from "../../session/use-session.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { meanExcitationDb } from "./mean-excitation.js";

/** dB from the highest level of the two down to the bottom. */
const REACH_DB = 54;

interface PairSpectraProps {
  readonly collision: Collision;
  readonly measured: MeasuredSong;
  /** The stretch that is shown; the whole song without one. */
  readonly stretch: { readonly startSeconds: number; readonly endSeconds: number } | undefined;
}

/** Both channels as the ear's filters take them in, and in colour where one hides the other. */
export function PairSpectra({ collision, measured: { analysis }, stretch }: PairSpectraProps) {
  const strips = useSession((session) => session.strips);
  const { masking: [worse] } = collision;
  const levels = useMemo(
    () => [worse.masker, worse.victim].map((id) => meanExcitationDb(analysis, id, stretch?.startSeconds, stretch?.endSeconds)),
    [analysis, worse, stretch],
  );
  const draw = (drawing: Drawing) => {
    const { context, width, height, palette } = drawing;
    const top = Math.max(...levels.flatMap((one) => [...one]).filter(Number.isFinite), -120) + 4;
    const yOf = (db: number) => Math.min(height, ((top - Math.max(db, top - REACH_DB)) / REACH_DB) * height);
    drawFrequencies(drawing);
    const [masker, victim] = levels;
    if (!masker || !victim) return;
    const most = Math.max(1e-9, ...worse.bands);
    for (const [band, hz] of analysis.bandsHz.entries()) {
      const both = Math.min(masker[band] ?? -Infinity, victim[band] ?? -Infinity);
      const x = frequencyToX(hz, width);
      const next = frequencyToX(analysis.bandsHz[band + 1] ?? hz * 1.12, width);
      context.globalAlpha = 0.75 * Math.sqrt(Math.max(0, worse.bands[band] ?? 0) / most);
      context.fillStyle = palette["meter-clip"];
      context.fillRect(x - (next - x) / 2, yOf(both), next - x + 0.5, height - yOf(both));
    }
    context.globalAlpha = 1;
    for (const [index, one] of levels.entries()) {
      context.beginPath();
      for (const [band, hz] of analysis.bandsHz.entries()) context.lineTo(frequencyToX(hz, width), yOf(one[band] ?? -Infinity));
      context.strokeStyle = strips[index === 0 ? worse.masker : worse.victim]?.color ?? palette.curve;
      context.lineWidth = 2;
      context.stroke();
    }
  };
  return (
    <div className="pair-spectra">
      <Canvas draw={draw} />
    </div>
  );
}

const LABELLED_HZ = [50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

function drawFrequencies({ context, width, height, palette }: Drawing): void {
  context.font = `10px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  for (const hz of LABELLED_HZ) {
    const x = Math.round(frequencyToX(hz, width));
    context.fillStyle = palette["grid-strong"];
    context.fillRect(x, 0, 1, height);
    context.fillStyle = palette["text-3"];
    context.fillText(hz >= 1000 ? `${hz / 1000}k` : String(hz), x, 3);
  }
}
