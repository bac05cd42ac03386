/** Frames that one pair of peaks stands for, from the finest outline to the coarsest. */
export const FRAMES_PER_PEAK = [64, 1024] as const;

/** Frames looked at before the page gets its turn: about 3 ms of work. */
const FRAMES_PER_TURN = 500_000;

/** Samples of a file, planar. */
interface Samples {
  readonly sampleRate: number;
  readonly channels: readonly Float32Array[];
}

/** The outline of a waveform at several widths, and the samples themselves for what is finer. */
export interface Peaks extends Samples {
  /** For each width of {@link FRAMES_PER_PEAK} the lowest and the highest sample of all channels, in turn. */
  readonly levels: readonly Float32Array[];
}

/**
 * Finds the outline of a waveform in turns, so that no turn keeps the page waiting.
 *
 * @param rest - resolves when it is this work's turn again.
 */
export async function findPeaks(audio: Samples, rest: () => Promise<void> = nextTask): Promise<Peaks> {
  const [finest, coarsest] = FRAMES_PER_PEAK;
  const frames = audio.channels[0]?.length ?? 0;
  const fine = new Float32Array(2 * Math.ceil(frames / finest));
  const pairsPerTurn = Math.ceil(FRAMES_PER_TURN / finest);
  const pair: Range = { low: 0, high: 0 };
  for (let at = 0; at < fine.length / 2; at++) {
    if (at > 0 && at % pairsPerTurn === 0) await rest();
    pair.low = 0;
    pair.high = 0;
    widenBySamples(audio.channels, at * finest, (at + 1) * finest, pair);
    fine[2 * at] = pair.low;
    fine[2 * at + 1] = pair.high;
  }
  return { ...audio, levels: [fine, coarser(fine, coarsest / finest)] };
}

function coarser(fine: Float32Array, pairs: number): Float32Array {
  const values = new Float32Array(2 * Math.ceil(fine.length / 2 / pairs));
  for (let i = 0; i < fine.length; i += 2) {
    const at = 2 * Math.floor(i / 2 / pairs);
    values[at] = Math.min(values[at] ?? 0, fine[i] ?? 0);
    values[at + 1] = Math.max(values[at + 1] ?? 0, fine[i + 1] ?? 0);
  }
  return values;
}

/** Lowest and highest sample of a stretch; silence counts as part of it. */
export interface Range {
  low: number;
  high: number;
}

/** Lowest and highest sample of the frames `from`…`to`, by the coarsest outline that is as fine as the stretch. */
export function readRange({ levels, channels }: Peaks, from: number, to: number, into: Range): void {
  into.low = 0;
  into.high = 0;
  const at = FRAMES_PER_PEAK.findLastIndex((width) => width <= to - from);
  const width = FRAMES_PER_PEAK[at];
  const values = levels[at];
  if (!width || !values) return widenBySamples(channels, from, to, into);
  const end = 2 * Math.ceil(to / width);
  for (let i = 2 * Math.max(0, Math.floor(from / width)); i < end; i += 2) {
    into.low = Math.min(into.low, values[i] ?? 0);
    into.high = Math.max(into.high, values[i + 1] ?? 0);
  }
}

function widenBySamples(channels: readonly Float32Array[], from: number, to: number, into: Range): void {
  for (const channel of channels) {
    const end = Math.min(to, channel.length);
    for (let frame = Math.max(0, from); frame < end; frame++) {
      const sample = channel[frame] ?? 0;
      if (sample < into.low) into.low = sample;
      if (sample > into.high) into.high = sample;
    }
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
