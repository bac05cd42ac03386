import { formatQuantity } from "@headroom/sdk";
import { residualDbfs } from "@headroom/sdk/testing";
import { complaints, type Check } from "../check.js";

const RATES_HZ = [8000, 11_025, 22_050, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000, 384_000];
/** Rounding may differ by the order of additions; nobody hears this. */
const SAME_DBFS = -120;
const FRAMES = 12_000;

/** Ways to cut a stream: the most frames of a block, then its blocks in turn. */
const CUTS: readonly (readonly [maxFrames: number, blocks: readonly number[]])[] = [
  [1, [1]],
  [128, [64]],
  [128, [1, 127, 2, 13, 128]],
  [997, [997]],
  [1024, [1024]],
  [1024, [31, 1024, 7, 509, 3]],
];

export const STREAMING: readonly Check[] = [
  {
    id: "blocks.sizes",
    level: 3,
    needs: ["audio.repeatable"],
    run(subject) {
      const input = subject.noise(FRAMES);
      const whole = subject.render(input);
      return complaints(
        CUTS.flatMap(([maxFrames, blocks]) => {
          const left = residualDbfs(subject.render(input, { maxFrames, blocks }), whole);
          if (left <= SAME_DBFS) return [];
          const cut = blocks.length === 1 ? `of ${blocks.join()} frames` : `of ${blocks.join(", ")} frames in turn`;
          return [`Cut into blocks ${cut}, the same input gives samples that differ by ${formatQuantity(left, "dBFS")} from blocks of 128; count in frames of the stream, not in calls.`];
        }),
        "The same samples come out however the stream is cut into blocks of 1 to 1024 frames.",
      );
    },
  },
  {
    id: "rates.all",
    level: 3,
    needs: ["audio.finite"],
    run(subject) {
      return complaints(
        RATES_HZ.flatMap((sampleRate) => {
          try {
            const output = subject.render(subject.noise(4096), { sampleRate });
            return output.every((channel) => channel.every(Number.isFinite)) ? [] : [`At ${sampleRate} Hz it gives samples that are no finite numbers; clamp frequencies below half the sample rate.`];
          } catch (error) {
            return [`At ${sampleRate} Hz it throws “${(error as Error).message}”; make tables and lines as long as the sample rate asks for.`];
          }
        }),
        `It plays at ${RATES_HZ.length} sample rates from ${RATES_HZ[0] ?? 0} to ${RATES_HZ.at(-1) ?? 0} Hz.`,
      );
    },
  },
];
