import type { ParameterValue } from "@headroom/sdk";
import type { StripSettings } from "@headroom/session";
import { EQ_ID, GAIN_ID, METER_ID } from "../plugins/built-in.js";

/** A setting in which a plugin is heard, or seen, at work. */
export interface ListeningSetting {
  readonly name: string;
  /** What there is to hear or see, in one line. */
  readonly notice: string;
  /** Values that are not defaults. */
  readonly params: Readonly<Record<string, ParameterValue>>;
  /** How the song comes to the plugin; as it is without any. */
  readonly song?: Partial<Pick<StripSettings, "trimDb" | "invert" | "width">>;
}

/** A plugin on the listening page, its settings in the order of the list; the first is there at the start. */
export interface ListeningPlugin {
  readonly id: string;
  /** In the page's address. */
  readonly slug: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
  /** Whether the song sounds different through it. */
  readonly isHeard: boolean;
  readonly settings: readonly ListeningSetting[];
}

/** Values of the equalizer's bands, the first of them in band 1, each switched on. */
const bands = (...all: readonly Readonly<Record<string, ParameterValue>>[]) =>
  Object.fromEntries(all.flatMap((band, n) => Object.entries({ enabled: true, ...band }).map(([name, value]) => [`band${n + 1}.${name}`, value])));

const EQUALIZER: ListeningPlugin = {
  id: EQ_ID,
  slug: "parametric-eq",
  purpose: "24 bands",
  isHeard: true,
  settings: [
    {
      name: "Low mids cleared",
      notice: "Vocal and lead come forward once the crowd at 300 Hz gives way.",
      params: { autoGain: true, ...bands({ type: "bell", frequency: 320, gain: -9, q: 0.9 }, { type: "bell", frequency: 2800, gain: 2.5, q: 0.8 }) },
    },
    {
      name: "Air",
      notice: "Hats and breath come close; below 4 kHz nothing changes.",
      params: { autoGain: true, ...bands({ type: "high-shelf", frequency: 8500, gain: 9, q: 0.6 }) },
    },
    {
      name: "Telephone",
      notice: "What is left between 300 Hz and 3.4 kHz: the hook, hardly any bass.",
      params: {
        autoGain: true,
        ...bands({ type: "low-cut", frequency: 300, slope: "48" }, { type: "high-cut", frequency: 3400, slope: "48" }, { type: "bell", frequency: 1800, gain: 5, q: 1.2 }),
      },
    },
    {
      name: "Sides bright, middle deep",
      notice: "On headphones chords and room widen; kick, bass and vocal stay put.",
      params: {
        autoGain: true,
        ...bands(
          { type: "low-cut", frequency: 180, slope: "24", channel: "side" },
          { type: "high-shelf", frequency: 3500, gain: 6, channel: "side" },
          { type: "low-shelf", frequency: 90, gain: 2, channel: "mid" },
        ),
      },
    },
    {
      name: "Presence that moves",
      notice: "Loud chords dip at 3 kHz, quiet ones do not: the curve moves with them.",
      params: {
        autoGain: true,
        ...bands({ type: "bell", frequency: 3000, q: 1, dynamic: true, dynamicThreshold: -38, dynamicRatio: 6, dynamicAttack: 4, dynamicRelease: 160 }),
      },
    },
    {
      name: "Steep cut, linear phase",
      notice: "Just before each kick: so steep a filter rings on both sides of a beat.",
      params: { autoGain: true, quality: "linear-phase", ...bands({ type: "low-cut", frequency: 110, slope: "96" }) },
    },
  ],
};

const GAIN_TRIM: ListeningPlugin = {
  id: GAIN_ID,
  slug: "gain-trim",
  purpose: "Level and sides",
  isHeard: true,
  settings: [
    { name: "Half as high", notice: "Half the amplitude, though not half as loud: that takes about 10 dB.", params: { gain: -6 } },
    { name: "Mono", notice: "What folds into the middle, and what grows thin as its sides cancel.", params: { mono: true } },
    { name: "Twice as wide", notice: "Chords and room step outwards; what is the same on both sides stays.", params: { width: 200 } },
    {
      name: "One side inverted",
      notice: "The middle loses its place, and loudspeakers lose the bass.",
      params: { polarityRight: true },
    },
    { name: "Sides exchanged", notice: "Where hats and percussion sit; nothing else changes.", params: { swap: true } },
    {
      name: "Measured trim",
      notice: "Press Listen, let the song play, and Set gain brings it to −18 dBFS RMS.",
      params: { measure: "RMS", target: -18 },
    },
  ],
};

const METER: ListeningPlugin = {
  id: METER_ID,
  slug: "meter",
  purpose: "Levels and loudness",
  isHeard: false,
  settings: [
    {
      name: "Against −14 LUFS",
      notice: "Integrated loudness settles; services turn the song by the difference.",
      params: { target: "streaming-14" },
    },
    {
      name: "12 dB too hot",
      notice: "Clips are counted with each kick, and true peaks pass 0 dBTP.",
      params: { target: "streaming-14" },
      song: { trimDb: 12 },
    },
    {
      name: "Mixing to K-20",
      notice: "The average moves around 0, which is 20 dB below full scale.",
      params: { target: "none", scale: "K-20", integrationMs: 600 },
    },
    {
      name: "The song in mono",
      notice: "Correlation rests at +1, and the goniometer is a single line.",
      params: {},
      song: { width: 0 },
    },
    {
      name: "One side inverted",
      notice: "Correlation falls below 0: in mono most of the song would be gone.",
      params: {},
      song: { invert: [false, true] },
    },
  ],
};

/** The plugins of the listening page, in the order in which they are offered. */
export const LISTENING_PLUGINS: readonly ListeningPlugin[] = [EQUALIZER, GAIN_TRIM, METER];
