import { formatParameter, formatQuantity, fromNumber, fromTravel, parseParameter, toNumber, toTravel, type ParameterSpec } from "@headroom/sdk";
import { residualDbfs } from "@headroom/sdk/testing";
import { complaints, skip, type Check } from "../check.js";
import { randomNumbers, randomParams } from "../random-params.js";
import type { Move, Subject } from "../subject.js";
import { findZipper } from "../zipper.js";

const RATE = 48_000;
const SETS = 50;
const BLOCKS_A_SET = 5;
const SAME_DBFS = -120;
/** Numbers that are moved one by one: what each of many bands does, some do. */
const MOST_MOVED = 24;
/** Share of its range by which a number may differ from what its own text is read as. */
const TEXT_SHARE = 0.01;
const NOT_FINITE = "the output is no finite number; look for divisions by what may become 0 and for filters that become unstable.";

export const PARAMETERS: readonly Check[] = [
  {
    id: "params.text",
    level: 3,
    needs: ["contract.statement"],
    run: ({ parameters }) => complaints(parameters.flatMap(([id, spec]) => textComplaints(id, spec)), "What is shown of every parameter can be typed, and means the same."),
  },
  {
    id: "params.extremes",
    level: 5,
    needs: ["audio.finite"],
    run(subject) {
      const instance = subject.create();
      const input = subject.noise(512);
      const plays = (values: readonly (readonly [string, number])[]) => {
        for (const [id, number] of values) instance.jump(id, number);
        return isFinite(subject.render(input, { instance }));
      };
      for (const [id, spec] of subject.parameters) {
        for (const number of numbersToTry(spec)) {
          if (!plays([[id, number]])) return complaints([`With ${id} at ${formatParameter(spec, number)}, ${NOT_FINITE}`], "");
        }
        plays([[id, toNumber(spec, spec.default)]]);
      }
      for (const end of [0, 1]) {
        const all = subject.parameters.map(([id, spec]) => [id, fromTravel(spec, end)] as const);
        if (!plays(all)) return complaints([`With all parameters at their ${end === 0 ? "lowest" : "highest"}, ${NOT_FINITE}`], "");
      }
      return complaints([], "Every end of every parameter plays.");
    },
  },
  {
    id: "params.fuzz",
    level: 7,
    needs: ["params.extremes"],
    run(subject) {
      const instance = subject.create();
      for (let seed = 1; seed <= SETS; seed++) {
        const params = randomParams(subject.parameters, seed);
        for (const [id, spec] of subject.parameters) instance.jump(id, toNumber(spec, params[id]));
        if (!isFinite(subject.render(subject.noise(BLOCKS_A_SET * 128, { seed }), { instance }))) {
          return complaints([`With ${JSON.stringify(params).slice(0, 300)}, ${NOT_FINITE}`], "");
        }
      }
      return complaints([], `It plays ${SETS} random settings.`);
    },
  },
  {
    id: "params.automation",
    level: 5,
    needs: ["blocks.sizes"],
    run(subject) {
      const moved = subject.parameters.filter(([, spec]) => spec.automatable !== false);
      if (moved.length === 0) return skip("It has no parameters that can be automated.");
      return complaints([10, 100, 1000].flatMap((frames) => automationComplaints(subject, moved, frames)), "Parameters that move every 10, 100 and 1000 frames give the same samples in blocks of any length.");
    },
  },
  {
    id: "params.zipper",
    level: 6,
    needs: ["audio.repeatable"],
    run(subject) {
      const smooth = subject.parameters.filter(([, spec]) => (spec.kind === "float" || spec.kind === "decibels") && spec.automatable !== false);
      if (smooth.length === 0) return skip("It has no numbers that can be automated.");
      const chosen = smooth.filter((_, index) => index % Math.ceil(smooth.length / MOST_MOVED) === 0);
      const found = chosen.flatMap(([id, spec]) => {
        const jump = findZipper(subject, id, spec);
        return jump === undefined ? [] : [`Moving ${id} by a tenth of its travel makes a step of ${(100 * jump).toFixed(0)} % of the change within one frame, which is heard as a click; use the values of each frame (values, gains), or smooth what is derived from them.`];
      });
      return complaints(found, `Numbers move without steps (${chosen.length} of ${smooth.length} were moved).`);
    },
  },
];

function isFinite(output: readonly Float32Array[]): boolean {
  return output.every((channel) => channel.every(Number.isFinite));
}

function numbersToTry(spec: ParameterSpec): number[] {
  if (spec.kind === "toggle") return [0, 1];
  return spec.kind === "choice" ? spec.options.map((_, index) => index) : [spec.min, spec.max];
}

function textComplaints(id: string, spec: ParameterSpec): string[] {
  const numbers = "min" in spec ? [spec.min, spec.default, spec.max, fromTravel(spec, 0.3), fromTravel(spec, 0.7)] : numbersToTry(spec);
  const range = "min" in spec ? spec.max - spec.min : 0;
  return numbers.flatMap((number) => {
    const text = formatParameter(spec, number);
    const read = parseParameter(spec, text);
    // On a long travel a digit more or less is near enough; in a short range the text must show what differs.
    const near = read !== undefined && (Math.abs(read - number) <= range * TEXT_SHARE || ("min" in spec && Math.abs(toTravel(spec, read) - toTravel(spec, number)) <= TEXT_SHARE));
    if (near) return [];
    const seen = read === undefined ? "cannot be read back" : `is read back as ${formatParameter(spec, read)}, another value (${read})`;
    return [`${id} at ${"min" in spec ? number : JSON.stringify(fromNumber(spec, number))} is shown as "${text}", which ${seen}; choose a unit or range that its digits can show, or options that differ in more than case and spaces.`];
  });
}

function automationComplaints(subject: Subject, moved: readonly (readonly [string, ParameterSpec])[], every: number): string[] {
  const next = randomNumbers(every);
  const length = Math.min(RATE / 2, every * 200);
  const moves = Array.from({ length: Math.floor(length / every) }, (_, n): Move => {
    const [id, spec] = moved[Math.floor(next() * moved.length)] ?? ["", undefined];
    return { frame: n * every, id, number: spec === undefined ? 0 : fromTravel(spec, next()) };
  });
  const input = subject.noise(length);
  const whole = subject.render(input, { moves });
  if (!isFinite(whole)) return [`While a parameter moves every ${every} frames, ${NOT_FINITE}`];
  const left = residualDbfs(subject.render(input, { moves, blocks: [37] }), whole);
  if (left <= SAME_DBFS) return [];
  return [`While a parameter moves every ${every} frames, blocks of 37 give samples that differ by ${formatQuantity(left, "dBFS")} from blocks of 128; follow values, not value, and count in frames of the stream.`];
}
