import { fromTravel, toNumber, toTravel } from "@headroom/sdk";
import { allocationsOf } from "@headroom/sdk/testing";
import type { RealmCounts, RealmInstance } from "../../realm/realm-api.js";
import { complaints, pass, warn, type Check, type Finding } from "../check.js";
import { copyBlock, type Subject } from "../subject.js";

const FRAMES = 128;
const RATE = 48_000;
/** Share of one core above which a session of a few dozen inserts does not play. */
const MOST_LOAD = 1;
const HIGH_LOAD = 0.25;
const LOAD_SECONDS = 0.5;
/** Longer than all that is recorded. */
const LONG_WAY_FRAMES = 8 * 600 * FRAMES;
/** Numbers that move at once: what each of many bands does, a few do. */
const MOST_MOVING = 8;

export const REALTIME: readonly Check[] = [
  {
    id: "realtime.allocation",
    level: 5,
    needs: ["audio.runs"],
    inspects: true,
    run: (subject) => allocations(subject, false, "while it plays"),
  },
  {
    id: "realtime.allocation-moving",
    level: 8,
    needs: ["realtime.allocation"],
    inspects: true,
    run: (subject) => allocations(subject, true, "while its parameters move"),
  },
  {
    id: "realtime.clock",
    level: 5,
    needs: ["audio.runs"],
    run: (subject) =>
      counted(subject, "clock", "It reads the clock while it processes; time is counted in frames (position), or a bounce is not what was heard.", "It does not read the clock while it processes."),
  },
  {
    id: "realtime.console",
    level: 5,
    needs: ["audio.runs"],
    run: (subject) =>
      counted(subject, "console", "It writes to the console while it processes, which allocates and waits; show values by readouts.", "It writes nothing to the console while it processes."),
  },
  {
    id: "realtime.wait",
    level: 2,
    needs: ["audio.runs"],
    run: (subject) =>
      counted(subject, "wait", "It waits (Atomics.wait) while it processes; an audio thread must never wait, and refuses to.", "It waits for nothing while it processes."),
  },
  {
    id: "realtime.load",
    level: 6,
    needs: ["audio.runs"],
    run(subject): Finding {
      const input = subject.noise(RATE * LOAD_SECONDS);
      const instance = subject.create();
      subject.render(input, { instance });
      const load = Math.min(...[1, 2, 3].map(() => secondsOf(() => subject.render(input, { instance })))) / LOAD_SECONDS;
      const seen = `One second of ${input.length === 1 ? "mono" : "stereo"} at 48 kHz takes ${(1000 * load).toFixed(1)} ms of processor time`;
      if (load > MOST_LOAD) return complaints([`${seen}, longer than it lasts: no host can play it; use a faster algorithm, or compute less at its defaults.`], "");
      if (load > HIGH_LOAD) return warn(`${seen}; a session with ${Math.floor(1 / load)} of these is all that a core plays.`);
      return pass(`${seen}.`);
    },
  },
];

function allocations(subject: Subject, moving: boolean, when: string): Finding {
  const instance = subject.create();
  const input = subject.noise(FRAMES);
  copyBlock(input, 0, instance.input, 0, FRAMES);
  if (moving) moveParameters(subject, instance);
  const found = allocationsOf(() => instance.process(FRAMES));
  const places = [...new Set(found.map(({ where, bytes }) => `${bytes} bytes in ${where === "" ? "a function without a name" : where}`))].slice(0, 5).join(", ");
  const perBlock = found.reduce((sum, each) => sum + each.perCall, 0);
  return complaints(
    found.length === 0 ? [] : [`It allocates ${perBlock.toFixed(1)} objects a block ${when} (${places}); make objects, arrays, subarrays and closures once, when the instance is made: collecting them stops the sound.`],
    `It allocates no objects ${when}.`,
  );
}

/** Turns on what can be turned on, and sends some numbers on a long way. */
function moveParameters({ parameters }: Subject, instance: RealmInstance): void {
  for (const [id, spec] of parameters) if (spec.kind === "toggle" && spec.automatable !== false) instance.jump(id, 1);
  const numbers = parameters.filter(([, spec]) => "taper" in spec && spec.automatable !== false);
  const stride = Math.ceil(numbers.length / MOST_MOVING);
  for (const [index, [id, spec]] of numbers.entries()) {
    if (index % stride !== 0) continue;
    const travel = toTravel(spec, toNumber(spec, spec.default));
    instance.glide(id, fromTravel(spec, travel > 0.5 ? travel - 0.5 : travel + 0.5), LONG_WAY_FRAMES);
  }
}

function counted(subject: Subject, key: keyof RealmCounts, wrong: string, right: string): Finding {
  subject.realm.api.resetCounts();
  subject.render(subject.noise(RATE / 4));
  const count = structuredClone(subject.realm.api.counts())[key];
  return complaints(count === 0 ? [] : [wrong], right);
}

/** Seconds of the processor's time. */
function secondsOf(action: () => unknown): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
