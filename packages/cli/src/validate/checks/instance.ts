import { isDeepStrictEqual } from "node:util";
import { formatQuantity } from "@headroom/sdk";
import { residualDbfs } from "@headroom/sdk/testing";
import { complaints, fail, pass, type Check } from "../check.js";
import { collectGarbage } from "../collect-garbage.js";
import { show } from "../show.js";

const MOST_LATENCY_FRAMES = 480_000;
const INSTANCES = 100;
const MOST_LEAK_BYTES = 16_384;

export const INSTANCE: readonly Check[] = [
  {
    id: "instance.create",
    level: 1,
    needs: ["contract.layouts"],
    run(subject) {
      for (const channels of subject.channelCounts) subject.create({ channels }).release();
      return pass("Instances are made and released.");
    },
  },
  {
    id: "instance.latency",
    level: 1,
    needs: ["instance.create"],
    run(subject) {
      const latency = subject.create().latency();
      const sound = typeof latency === "number" && Number.isInteger(latency) && latency >= 0 && latency <= MOST_LATENCY_FRAMES;
      return sound
        ? pass(`It says its latency is ${latency} frames.`)
        : fail(`It says its latency is ${show(latency)}; a latency is a whole number of frames from 0 to ${MOST_LATENCY_FRAMES}.`);
    },
  },
  {
    id: "instance.tail",
    level: 2,
    needs: ["instance.create"],
    run(subject) {
      const tail = subject.create().tail();
      const sound = typeof tail === "number" && Number.isFinite(tail) && tail >= 0;
      return sound ? pass(`It says it rings for ${tail} s.`) : fail(`It says its tail is ${show(tail)}; a tail is a number of seconds from 0.`);
    },
  },
  {
    id: "instance.apart",
    level: 4,
    needs: ["audio.repeatable"],
    run(subject) {
      const input = subject.noise(8192);
      const alone = subject.render(input);
      const [one, other] = [subject.create(), subject.create()];
      const louder = input.map((channel) => channel.map((x) => -2 * x));
      const together = input.map((channel) => new Float32Array(channel.length));
      for (let at = 0; at < 8192; at += 128) {
        const part = (signal: readonly Float32Array[]) => signal.map((channel) => channel.subarray(at, at + 128));
        subject.render(part(louder), { instance: other });
        subject.render(part(input), { instance: one }).forEach((block, c) => together[c]?.set(block, at));
      }
      return complaints(
        isDeepStrictEqual(together, alone) ? [] : ["An instance gives other samples while a second one plays; keep what an instance remembers inside the processor function, not in the module."],
        "Two instances at the same time do not hear each other.",
      );
    },
  },
  {
    id: "instance.reset",
    level: 4,
    needs: ["audio.repeatable"],
    run(subject) {
      const input = subject.noise(8192, { seed: 3 });
      const fresh = subject.render(input);
      const used = subject.create();
      subject.render(subject.noise(8192, { seed: 4 }), { instance: used });
      used.reset();
      const left = residualDbfs(subject.render(input, { instance: used }), fresh);
      return complaints(
        left === -Infinity ? [] : [`After reset() the output differs from that of a new instance by ${formatQuantity(left, "dBFS")}; reset() must forget all audio: filters, lines, envelopes, positions.`],
        "After reset() it sounds as a new instance.",
      );
    },
  },
  {
    id: "instance.leak",
    level: 8,
    needs: ["audio.runs"],
    run(subject) {
      const live = () => {
        collectGarbage();
        const { heapUsed, external } = process.memoryUsage();
        return heapUsed + external;
      };
      const cycle = () => {
        const instance = subject.create();
        instance.process(128);
        instance.release();
      };
      for (let i = 0; i < 20; i++) cycle();
      const before = live();
      for (let i = 0; i < INSTANCES; i++) cycle();
      const bytes = (live() - before) / INSTANCES;
      return complaints(
        bytes > MOST_LEAK_BYTES ? [`Each of ${INSTANCES} instances that were made and released left ${(bytes / 1024).toFixed(0)} KiB behind; keep nothing of an instance in the module, or give it up in release().`] : [],
        `${INSTANCES} instances were made and released, and left nothing.`,
      );
    },
  },
];
