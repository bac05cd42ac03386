import { choice, definePlugin, percent } from "@headroom/sdk";

/** Beats that one turn takes, in the order of the options. */
const BEATS = { "1/1": 4, "1/2": 2, "1/4": 1, "1/8": 1 / 2, "1/8T": 1 / 3, "1/16": 1 / 4 } as const;
type Rate = keyof typeof BEATS;
const RATES = Object.keys(BEATS) as Rate[];
/** Without a song. */
const DEFAULT_BPM = 120;

/** Moves the level up and down in time with the song. */
export default definePlugin({
  id: "com.acme.tremolo",
  name: "Tremolo",
  vendor: "Acme",
  version: "1.0.0",
  features: ["modulation"],
  io: { main: ["stereo", "mono"] },
  extensions: ["dev.headroom.transport@1"],
  params: {
    rate: choice(RATES, { default: "1/8", automatable: false }),
    depth: percent({ min: 0, max: 100, default: 50 }),
  },
  processor: ({ sampleRate, extension }) => {
    const song = extension("dev.headroom.transport@1");
    let start = -1;
    return {
      tail: 0,
      reset() {
        start = -1;
      },
      process({ input, output, params, position, frames }) {
        const beatsAFrame = (song?.bpm ?? DEFAULT_BPM) / 60 / sampleRate;
        if (start < 0) start = position;
        // While nothing plays, time goes on from where the plugin began to hear.
        const beat = song?.playing ? song.beat : (position - start) * beatsAFrame;
        const turn = (2 * Math.PI) / BEATS[params.rate.value];
        const depths = params.depth.values;
        for (let i = 0; i < frames; i++) {
          const gain = 1 - (depths[i]! / 100) * (0.5 - 0.5 * Math.cos(turn * (beat + i * beatsAFrame)));
          for (let c = 0; c < output.length; c++) output[c]![i] = input[c]![i]! * gain;
        }
      },
    };
  },
});
