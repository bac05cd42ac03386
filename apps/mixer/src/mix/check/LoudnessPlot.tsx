import type { SessionAnalysis } from "@headroom/analysis";
import { MASTER_ID } from "@headroom/session";
import { useMemo } from "react";
import { clockText } from "../../transport/time-text.js";

const WIDTH = 600;
const HEIGHT = 110;
/** From the top of the plot to its bottom, LUFS. */
const RANGE_LUFS = [0, -48] as const;
const LINES_LUFS = [-6, -14, -24, -36] as const;
/** Of the K-weighted power of a sine of 1 kHz against its loudness (ITU-R BS.1770-5). */
const K_OFFSET_LU = -0.691;
const SHORT_TERM_SECONDS = 3;

/** Short-term loudness of the master over the song: an image that prints as sharply as it shows. */
export function LoudnessPlot({ analysis }: { readonly analysis: SessionAnalysis }) {
  const points = useMemo(() => shortTermPoints(analysis), [analysis]);
  return (
    <section aria-label="Loudness over time">
      <h3>Short-term loudness, LUFS</h3>
      <svg className="check-plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Short-term loudness of the master from ${clockText(analysis.startSeconds)} to ${clockText(analysis.endSeconds)}`}>
        {LINES_LUFS.map((lufs) => (
          <g key={lufs}>
            <line x1="0" x2={WIDTH} y1={yOf(lufs)} y2={yOf(lufs)} />
            <text x="2" y={yOf(lufs) - 2}>
              {String(lufs).replace("-", "−")}
            </text>
          </g>
        ))}
        <polyline points={points} />
      </svg>
    </section>
  );
}

function yOf(lufs: number): number {
  const [top, bottom] = RANGE_LUFS;
  return (Math.min(1, Math.max(0, (top - lufs) / (top - bottom))) * HEIGHT);
}

function shortTermPoints({ strips, stepSeconds }: SessionAnalysis): string {
  const power = strips.find(({ strip }) => strip === MASTER_ID)?.power ?? new Float32Array();
  const window = Math.max(1, Math.round(SHORT_TERM_SECONDS / stepSeconds));
  const stride = Math.max(1, Math.floor(power.length / WIDTH));
  const points: string[] = [];
  let sum = 0;
  for (let step = 0; step < power.length; step++) {
    sum += (power[step] ?? 0) - (step >= window ? (power[step - window] ?? 0) : 0);
    if (step % stride !== 0) continue;
    const lufs = K_OFFSET_LU + 10 * Math.log10(Math.max(1e-20, sum / Math.min(window, step + 1)));
    points.push(`${((step / Math.max(1, power.length - 1)) * WIDTH).toFixed(1)},${yOf(lufs).toFixed(1)}`);
  }
  return points.join(" ");
}
