import { fromTravel, toNumber, toTravel, type ParameterSpec } from "@headroom/sdk";
import { sine } from "@headroom/sdk/testing";
import type { Params, Subject } from "./subject.js";

const FRAMES = 4800;
/** Frames at which the parameter starts to move, over a period of the lower tone, so that some meet its peaks. */
const STARTS = [2000, 2048, 2103, 2150, 2201, 2254, 2306, 2351, 2404, 2456];
const STEP = 0.1;
/** Changes of the output below this are nothing to be heard. */
const LEAST_CHANGE = 1e-3;
/** What the change has of the tones' own slope makes a twenty-fifth in a frame, a way of one millisecond a thirtieth. */
const MOST_SHARE = 0.12;

/**
 * Looks for a step in the output when a parameter moves by a tenth of its travel with its own smoothing, under two tones.
 * @returns the step as a share of the change that the move makes, where it is a click; undefined where it is none.
 */
export function findZipper(subject: Subject, id: string, spec: ParameterSpec): number | undefined {
  const travel = toTravel(spec, toNumber(spec, spec.default));
  const target = fromTravel(spec, travel > 0.5 ? travel - STEP : travel + STEP);
  const higher = sine(FRAMES, 300, { levelDbfs: -18 });
  const tones = sine(FRAMES, 90, { levelDbfs: -12 }).map((x, n) => x + (higher[n] ?? 0));
  const input = subject.noise(1).map(() => tones);
  for (const base of basesOf(subject)) {
    const before = subject.render(input, { params: base });
    const change = highest(differences(subject.render(input, { params: { ...base, [id]: target } }), before));
    if (!(change > LEAST_CHANGE)) continue;
    for (const frame of STARTS) {
      const moving = differences(subject.render(input, { params: base, moves: [{ frame, id, number: target }] }), before);
      const step = highest(moving.map((channel) => channel.map((x, n) => x - (channel[n - 1] ?? x))));
      if (step > MOST_SHARE * change) return step / change;
    }
  }
  return undefined;
}

/** Settings in which a number may be heard: the defaults, and all toggles on. */
function basesOf({ parameters }: Subject): Params[] {
  const toggles = parameters.filter(([, spec]) => spec.kind === "toggle" && !spec.default && spec.automatable !== false);
  return toggles.length === 0 ? [{}] : [{}, Object.fromEntries(toggles.map(([id]) => [id, true]))];
}

function differences(output: readonly Float32Array[], other: readonly Float32Array[]): Float32Array[] {
  return output.map((channel, c) => channel.map((x, n) => x - (other[c]?.[n] ?? 0)));
}

/** The highest amplitude once the tones have settled. */
function highest(channels: readonly Float32Array[]): number {
  return channels.reduce((most, channel) => channel.subarray(FRAMES / 4).reduce((top, x) => Math.max(top, Math.abs(x)), most), 0);
}
