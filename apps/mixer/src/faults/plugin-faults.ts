import type { Fault } from "./fault.js";
import type { Hands } from "./hands.js";
import { pause } from "./pause.js";

/** Milliseconds of a quantum at 48 kHz. */
const QUANTUM_MS = 128 / 48;
/** Share of real time that a plugin takes which is neither light nor heavy. */
const ORDINARY = 0.02;
const SLOW_MS = 1500;

const tell = ({ tellPlugin }: Hands) => tellPlugin();

/** One that the plugin commits at the word of its parameter, and from which it starts anew. */
const failing = (id: string, group: Fault["group"], name: string, what: string, process: string, reason: string): Fault => ({
  id, group, name, what, code: { process }, inject: tell, says: new RegExp(`^Faulty on Fault failed: ${reason}`),
});

const slow = (times: number, says?: RegExp): Fault => ({
  id: `slow-${times}`,
  group: "The plugin's worker",
  name: `Slow, ${times} times`,
  what: `Takes ${Math.round(times * ORDINARY * 100)} % of real time for a second and a half; an ordinary plugin takes ${ORDINARY * 100} %.`,
  code: { process: `spin(${times * ORDINARY * QUANTUM_MS})` },
  inject: async ({ tellPlugin }) => {
    tellPlugin();
    await pause(SLOW_MS);
    tellPlugin(false);
  },
  ...(says && { says }),
});

const fill = (value: string) => `for (const side of output) side.fill(${value})`;
const NO_AUDIO = "its output was not finite, or louder than \\+120 dBFS";

/** What a plugin can do wrong by itself, through the contract that all plugins have. */
export const PLUGIN_FAULTS: readonly Fault[] = [
  failing("hang", "The plugin's worker", "Hangs", "Never returns from process().", "for (;;);", "it stopped answering"),
  slow(2),
  slow(10),
  slow(40),
  slow(100, /^Plugins on Fault came too late for \d+ ms in all|^Faulty on Fault failed: it stopped answering/),
  failing("memory", "The plugin's worker", "Takes all memory", "Asks for a gibibyte at a time until the browser has no more to give.", "const all = []; for (;;) all.push(new ArrayBuffer(2 ** 30))", "it threw “Array buffer allocation failed"),

  {
    id: "throw-create",
    group: "The plugin's calls",
    name: "Throws when it is made",
    what: "Fails, and throws each time it is made anew; a second later it is mended and started again by hand.",
    code: { create: `throw new Error("thrown by create")`, process: `throw new Error("thrown before create")` },
    inject: async ({ engine, insertId, tellPlugin }) => {
      tellPlugin();
      await pause(1000);
      tellPlugin(false);
      engine.retry(insertId);
    },
    says: /^Faulty on Fault could not be started: .*thrown by create/,
  },
  failing("throw-process", "The plugin's calls", "Throws in process()", "Throws an error instead of giving sound.", `throw new Error("thrown by process")`, "it threw “thrown by process”"),
  {
    id: "throw-save",
    group: "The plugin's calls",
    name: "Throws in save()",
    what: "Says that its data changed, and throws when it is asked for them.",
    code: { process: "if (quanta === 1) stateChanged()", save: `throw new Error("thrown by save")` },
    inject: tell,
    says: /^Faulty on Fault could not save its own data: .*thrown by save/,
  },
  {
    id: "throw-restore",
    group: "The plugin's calls",
    name: "Throws in restore()",
    what: "Saves data, fails, and throws when it is given them back.",
    code: { process: `if (quanta === 1) stateChanged(); if (quanta === 300) throw new Error("thrown before restore")`, restore: `throw new Error("thrown by restore")` },
    inject: tell,
    says: /^Faulty on Fault did not take back its own data and begins anew: it threw “thrown by restore”/,
  },
  failing("length", "The plugin's calls", "Gives back the wrong length", "Takes the memory of its output away, so that it has no frames left.", "structuredClone(output[0], { transfer: [output[0].buffer] })", "it gave back arrays of another length"),

  failing("nan", "The plugin's sound", "NaN", "Gives what is no number.", fill("NaN"), NO_AUDIO),
  failing("infinity", "The plugin's sound", "Infinity", "Gives infinity.", fill("Infinity"), NO_AUDIO),
  failing("loud", "The plugin's sound", "+200 dB", "Gives its input 200 dB louder.", "for (const side of output) for (let i = 0; i < frames; i++) side[i] *= 1e10", NO_AUDIO),
  {
    id: "dc",
    group: "The plugin's sound",
    name: "DC",
    what: "Adds a constant 0.3 for a second: sound that a plugin may give, so that nothing is done about it and nothing said.",
    code: { process: "for (const side of output) for (let i = 0; i < frames; i++) side[i] += 0.3" },
    inject: async ({ tellPlugin }) => {
      tellPlugin();
      await pause(1000);
      tellPlugin(false);
    },
    isOwnSound: true,
  },
];
