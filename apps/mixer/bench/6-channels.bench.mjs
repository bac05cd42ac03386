import { median, onEmptyPage, percent } from "./page.mjs";

const CHANNELS = 64;
const SECONDS = 20;

/** The mixer alone: many stereo channels without inserts, every boundary metered, fed by Web Audio or by clips. */
export async function bench(context) {
  const run = (fed) => onEmptyPage(context, "/apps/mixer/bench/pages/channels.mjs", "playChannels", { channels: CHANNELS, seconds: SECONDS, fed });
  const inputs = await run("inputs");
  const clips = await run("clips");
  return [
    { what: `${CHANNELS} stereo channels without inserts, metered, ${SECONDS} s: audio thread, median second`, target: "≤ 2.5 % of real time", measured: `${percent(median(inputs.loads))} of real time` },
    { what: "… the same playing clips", target: "reported", measured: `${percent(median(clips.loads))} of real time` },
  ];
}
