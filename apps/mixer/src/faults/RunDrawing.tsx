import { Canvas, type Drawing } from "@headroom/ui";
import type { Run } from "./fault-bench.js";
import { RATE, RUN_SECONDS } from "./run-length.js";

const LANES = [
  { name: "The faulty channel", height: 0.5 },
  { name: "The seven others", height: 0.5 },
];
/** Frames. */
const HALF_CYCLE = 128;
/** Amplitude at a lane's edge. */
const SPAN = 0.6;

/** The recording as it comes in: when the fault was done, and where the faulty channel is not what it is undisturbed. */
export function RunDrawing({ run }: { readonly run: Run | undefined }) {
  return (
    <div className="faults-drawing">
      {LANES.map(({ name }) => (
        <span key={name} className="faults-lane-name">
          {name}
        </span>
      ))}
      <Canvas draw={(drawing) => drawRun(drawing, run)} />
    </div>
  );
}

function drawRun({ context, width, height, palette }: Drawing, run: Run | undefined): void {
  const frames = RUN_SECONDS * RATE;
  const toX = (frame: number) => (frame / frames) * width;
  context.fillStyle = palette["grid-strong"];
  for (let second = 1; second < RUN_SECONDS; second++) context.fillRect(Math.round(toX(second * RATE)), 0, 1, height);
  context.fillStyle = palette.line;
  context.fillRect(0, Math.round(height / 2), width, 1);
  if (!run) return;
  const { heard, injectedAt, overAt } = run;
  if (heard.firstOff >= 0) {
    context.fillStyle = palette["accent-soft"];
    context.fillRect(toX(heard.firstOff), 0, Math.max(1, toX(heard.lastOff - heard.firstOff)), height / 2);
  }
  for (const [lane, samples] of run.recording.entries()) {
    const middle = height * (0.25 + 0.5 * lane);
    context.fillStyle = lane === 0 ? palette.curve : palette["spectrum-post"];
    drawEnvelope(context, samples, { to: heard.frames, toX, middle, scale: (height * 0.25) / SPAN });
  }
  if (injectedAt < 0) return;
  context.fillStyle = palette["meter-clip"];
  context.fillRect(Math.round(toX(injectedAt)), 0, 2, height);
  if (overAt > injectedAt + RATE / 20) context.fillRect(Math.round(toX(overAt)), 0, 1, height);
}

interface Envelope {
  readonly to: number;
  readonly toX: (frame: number) => number;
  readonly middle: number;
  readonly scale: number;
}

/** Highest and lowest sample about each pixel, over a cycle of the tone at the least. */
function drawEnvelope(context: CanvasRenderingContext2D, samples: Float32Array, { to, toX, middle, scale }: Envelope): void {
  const width = Math.floor(toX(to));
  const framesPerPixel = width > 0 ? to / width : 1;
  for (let x = 0; x < width; x++) {
    let least = 0;
    let most = 0;
    for (let i = Math.max(0, Math.floor(x * framesPerPixel) - HALF_CYCLE); i < Math.min(to, (x + 1) * framesPerPixel + HALF_CYCLE); i++) {
      const sample = samples[i] ?? 0;
      if (sample < least) least = sample;
      else if (sample > most) most = sample;
    }
    context.fillRect(x, middle - most * scale, 1, Math.max(1, (most - least) * scale));
  }
}
