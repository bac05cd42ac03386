/** Frames that one pair of peaks stands for. */
export const FRAMES_PER_PEAK = 512;
/** Frames looked at before the page gets its turn: about 3 ms of work. */
const FRAMES_PER_TURN = 500_000;

/** The outline of a waveform: for each {@link FRAMES_PER_PEAK} frames the lowest and the highest sample of all channels. */
export interface Peaks {
  /** Lowest and highest in turn. */
  readonly values: Float32Array;
  /** Peak pairs a second. */
  readonly perSecond: number;
}

/**
 * Finds the outline of a waveform in turns, so that no turn keeps the page waiting.
 * @param rest - resolves when it is this work's turn again.
 */
export async function findPeaks(
  audio: { readonly sampleRate: number; readonly channels: readonly Float32Array[] },
  rest: () => Promise<void> = nextTask,
): Promise<Peaks> {
  const frames = audio.channels[0]?.length ?? 0;
  const values = new Float32Array(2 * Math.ceil(frames / FRAMES_PER_PEAK));
  const pairsPerTurn = Math.ceil(FRAMES_PER_TURN / FRAMES_PER_PEAK);
  for (let pair = 0; pair < values.length / 2; pair++) {
    if (pair > 0 && pair % pairsPerTurn === 0) await rest();
    writePair(audio.channels, values, pair);
  }
  return { values, perSecond: audio.sampleRate / FRAMES_PER_PEAK };
}

function writePair(channels: readonly Float32Array[], values: Float32Array, pair: number): void {
  let low = 0;
  let high = 0;
  const start = pair * FRAMES_PER_PEAK;
  for (const channel of channels) {
    const end = Math.min(start + FRAMES_PER_PEAK, channel.length);
    for (let frame = start; frame < end; frame++) {
      const sample = channel[frame] ?? 0;
      if (sample < low) low = sample;
      if (sample > high) high = sample;
    }
  }
  values[2 * pair] = low;
  values[2 * pair + 1] = high;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
