import { DEMO_FAULTS, type Remedy } from "./faults.js";
import { renderDemoStems, type DemoAudio } from "./render/render-demo-stems.js";
import type { DemoStem, StemId } from "./stems.js";

/** What was measured of the demo song; levels in dBFS, energies in dB, both unweighted. */
export interface DemoMeasure {
  readonly stems: Readonly<Record<string, { channels: number; sampleRate: number; frames: number; peakDbfs: number; rmsDbfs: number }>>;
  readonly progress: readonly number[];
  readonly sameAgain: boolean;
  readonly mixPeakDbfs: number;
  /** Largest step from the last frame to the first, as a share of the stem's largest step anywhere. */
  readonly seams: Readonly<Record<string, number>>;
  /** Energies of bass and hats from 8 to 12 kHz, and of the crowded stems from 200 to 500 Hz, before and after the remedies. */
  readonly before: BandEnergies;
  readonly after: BandEnergies;
  readonly mixPeakAfterTrimsDbfs: number;
}

interface BandEnergies {
  readonly bassHighDb: number;
  readonly hatsHighDb: number;
  readonly lowMidDb: Readonly<Record<string, number>>;
}

/** Web Audio takes the Q of its passes in decibels: this is 1/√2, no resonance. */
const FLAT_Q_DB = -3.01;

type Stems = Map<StemId, DemoAudio>;

/** Renders the song twice and measures it as it starts and as the remedies leave it. */
export async function measureDemo(): Promise<DemoMeasure> {
  const stems: Stems = new Map();
  const progress: number[] = [];
  await renderDemoStems({
    onProgress: (done) => progress.push(done),
    onStem: (stem, audio) => void stems.set(stem.id, audio),
  });
  let sameAgain = true;
  await renderDemoStems({
    onProgress: () => undefined,
    onStem: (stem, audio) => void (sameAgain &&= same(audio, stems.get(stem.id))),
  });
  const mended = await mend(stems);
  return {
    stems: Object.fromEntries([...stems].map(([id, audio]) => [id, describe(audio)])),
    progress,
    sameAgain,
    mixPeakDbfs: decibels(mixPeak(stems)),
    seams: Object.fromEntries([...stems].map(([id, audio]) => [id, seam(audio)])),
    before: await energies(stems),
    after: await energies(mended),
    mixPeakAfterTrimsDbfs: decibels(mixPeak(mended)),
  };
}

/** Aborts after the first stem; resolves with how many stems came and the reason that was thrown. */
export async function abortDemo(): Promise<{ stems: number; reason: string }> {
  const abort = new AbortController();
  const stems: DemoStem[] = [];
  try {
    await renderDemoStems({
      onProgress: () => abort.abort(new Error("enough")),
      onStem: (stem) => void stems.push(stem),
      signal: abort.signal,
    });
  } catch (error) {
    return { stems: stems.length, reason: error instanceof Error ? error.message : String(error) };
  }
  return { stems: stems.length, reason: "none" };
}

function same(a: DemoAudio, b: DemoAudio | undefined): boolean {
  return a.channels.every((channel, index) => {
    const other = b?.channels[index];
    return channel.length === other?.length && channel.every((sample, frame) => Object.is(sample, other[frame]));
  });
}

function describe({ channels, sampleRate }: DemoAudio) {
  const peak = channels.reduce((highest, channel) => channel.reduce((level, sample) => Math.max(level, Math.abs(sample)), highest), 0);
  return {
    channels: channels.length,
    sampleRate,
    frames: channels[0]?.length ?? 0,
    peakDbfs: decibels(peak),
    rmsDbfs: energyDb(channels),
  };
}

function seam({ channels }: DemoAudio): number {
  return Math.max(
    ...channels.map((channel) => {
      let largest = 0;
      for (let frame = 1; frame < channel.length; frame++) largest = Math.max(largest, Math.abs((channel[frame] ?? 0) - (channel[frame - 1] ?? 0)));
      return Math.abs((channel[0] ?? 0) - (channel.at(-1) ?? 0)) / largest;
    }),
  );
}

function mixPeak(stems: Stems): number {
  const all = [...stems.values()];
  let peak = 0;
  for (const side of [0, 1]) {
    const sum = new Float64Array(all[0]?.channels[side]?.length ?? 0);
    for (const { channels } of all) channels[side]?.forEach((sample, frame) => (sum[frame] = (sum[frame] ?? 0) + sample));
    for (const sample of sum) peak = Math.max(peak, Math.abs(sample));
  }
  return peak;
}

async function energies(stems: Stems): Promise<BandEnergies> {
  const band = async (id: StemId, low: number, high: number) => {
    const filters = ([["highpass", low], ["lowpass", high]] as const).flatMap(([type, frequency]) => Array.from({ length: 2 }, () => ({ type, frequency, Q: FLAT_Q_DB })));
    return energyDb((await filtered(require(stems, id), filters)).channels);
  };
  const crowded = DEMO_FAULTS.find(({ id }) => id === "crowded low mids")?.stems ?? [];
  return {
    bassHighDb: await band("bass", 8000, 12_000),
    hatsHighDb: await band("hats", 8000, 12_000),
    lowMidDb: Object.fromEntries(await Promise.all(crowded.map(async (id) => [id, await band(id, 200, 500)] as const))),
  };
}

async function mend(stems: Stems): Promise<Stems> {
  const mended: Stems = new Map();
  for (const [id, audio] of stems) {
    const remedies = DEMO_FAULTS.flatMap((fault) => fault.remedies).filter(({ stem }) => stem === id);
    mended.set(id, await filtered(audio, remedies.flatMap(filtersOf)));
  }
  return mended;
}

function filtersOf(remedy: Remedy): BiquadFilterOptions[] {
  switch (remedy.kind) {
    case "trim":
    case "fader":
      // A shelf far below hearing lifts everything alike.
      return [{ type: "highshelf", frequency: 0, gain: remedy.gainDb }];
    case "low cut":
      return [{ type: "highpass", frequency: remedy.frequencyHz, Q: FLAT_Q_DB }];
    case "high cut":
      // Two in a row: 24 dB an octave.
      return Array.from({ length: 2 }, () => ({ type: "lowpass" as const, frequency: remedy.frequencyHz, Q: FLAT_Q_DB }));
    case "bell":
      return [{ type: "peaking", frequency: remedy.frequencyHz, gain: remedy.gainDb, Q: remedy.q ?? Math.SQRT1_2 }];
    case "low shelf":
      return [{ type: "lowshelf", frequency: remedy.frequencyHz, gain: remedy.gainDb }];
    case "high shelf":
      return [{ type: "highshelf", frequency: remedy.frequencyHz, gain: remedy.gainDb }];
  }
}

async function filtered(audio: DemoAudio, filters: readonly BiquadFilterOptions[]): Promise<DemoAudio> {
  const length = audio.channels[0]?.length ?? 0;
  const context = new OfflineAudioContext({ numberOfChannels: 2, length, sampleRate: audio.sampleRate });
  const source = context.createBufferSource();
  source.buffer = context.createBuffer(2, length, audio.sampleRate);
  audio.channels.forEach((channel, index) => source.buffer?.copyToChannel(channel, index));
  const last = filters.reduce<AudioNode>((node, options) => node.connect(new BiquadFilterNode(context, options)), source);
  last.connect(context.destination);
  source.start();
  const rendered = await context.startRendering();
  return { sampleRate: audio.sampleRate, channels: [rendered.getChannelData(0), rendered.getChannelData(1)] };
}

function require(stems: Stems, id: StemId): DemoAudio {
  const audio = stems.get(id);
  if (!audio) throw new RangeError(`The song has no stem "${id}".`);
  return audio;
}

function energyDb(channels: readonly Float32Array[]): number {
  const mean = channels.reduce((sum, channel) => sum + channel.reduce((energy, sample) => energy + sample * sample, 0) / channel.length, 0);
  return 10 * Math.log10(mean / channels.length);
}

function decibels(amplitude: number): number {
  return 20 * Math.log10(amplitude);
}
