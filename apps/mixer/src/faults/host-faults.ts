import { sentence } from "../status/notices.js";
import type { Fault } from "./fault.js";
import { FAULT_PARAMETER, FAULT_PLUGIN } from "./fault-plugin.js";
import type { Hands } from "./hands.js";
import { pause } from "./pause.js";
import type { RingBuffer } from "./captured-worker.js";

/** Of one making; a plugin is made twice, the first time to warm its code up. */
const LATE_MS = 1200;
const FLOOD = 5000;
const SUSPENDED_MS = 700;
const BLOCKED_MS = 2500;
const SLEPT_MS = 3_600_000;
const AWAY_MS = 2000;
const SCRIBBLE_MS = 300;
/** Words of a ring before the stamps of its slots, and the one that counts what was written. */
const HEADER_WORDS = 16;
const WRITTEN = 1;

/** Overwrites the header and all stamps of a ring: at random, and then with what would be true in an hour. */
async function scribble(rings: readonly RingBuffer[]): Promise<void> {
  const headers = rings.map(({ buffer, capacity }) => new Int32Array(buffer, 0, HEADER_WORDS + capacity));
  const end = performance.now() + SCRIBBLE_MS;
  while (performance.now() < end) {
    for (const words of headers) for (let i = 0; i < words.length; i++) Atomics.store(words, i, (Math.random() * 2 ** 32) | 0);
    await pause(5);
  }
  for (const words of headers) {
    const slots = words.length - HEADER_WORDS;
    const first = 2 ** 20 * slots;
    Atomics.store(words, WRITTEN, first + slots);
    for (let slot = 0; slot < slots; slot++) Atomics.store(words, HEADER_WORDS + slot, first + slot);
  }
}

const refusal = async ({ engine, say }: Hands, source: Parameters<Hands["engine"]["registerPlugin"]>[0]) => {
  await engine.registerPlugin(source).catch((error: unknown) => say(sentence(error)));
};

/** What goes wrong around a plugin. @param lateNumber - of the fault of a late start, for the plugin. */
export const hostFaults = (lateNumber: number): readonly Fault[] => [
  {
    id: "kill",
    group: "The plugin's worker",
    name: "Is killed",
    what: "Its worker is ended from outside, as a browser short of memory may.",
    inject: ({ engine, insertId, worker }) => {
      // Chromium gives a worker that sleeps two seconds; a message wakes it, and it ends at its event loop.
      engine.ping(insertId).catch(() => undefined);
      worker().terminate();
    },
    says: /^Faulty on Fault failed: it stopped answering/,
  },
  {
    id: "flood",
    group: "The plugin's worker",
    name: "Floods the page with messages",
    what: `${FLOOD.toLocaleString("en")} messages come from its worker at once.`,
    inject: ({ worker }) => {
      const flooding = worker();
      for (let i = 0; i < FLOOD; i++) flooding.dispatchEvent(new MessageEvent("message", { data: i }));
    },
    says: /^Faulty on Fault failed: it flooded the mixer with messages/,
  },
  {
    id: "not-found",
    group: "Loading",
    name: "Answers 404",
    what: "A plugin is added whose address leads nowhere.",
    inject: (hands) => refusal(hands, { url: "/faults/nowhere.js" }),
    says: /nowhere\.js could not be (fetched|loaded): the server (answered 404|sent a page)/,
  },
  {
    id: "throw-load",
    group: "Loading",
    name: "Throws when it is loaded",
    what: "A plugin is added whose code throws before it states anything.",
    inject: (hands) => refusal(hands, { url: "throwing.js", bundle: `throw new Error("thrown by its module")` }),
    says: /throwing\.js.*thrown by its module/,
  },
  {
    id: "late",
    group: "Loading",
    name: "Starts late",
    what: `A second faulty plugin, its mix at 0 %, takes ${(2 * LATE_MS) / 1000} s to be made.`,
    code: { create: `spin(${LATE_MS})` },
    inject: async ({ document, stripId, insertId }) => {
      const id = `${insertId}-late`;
      document.inserts.add(stripId, { id, plugin: FAULT_PLUGIN, version: "1.0.0", mix: 0, params: { [FAULT_PARAMETER]: lateNumber } });
      await pause(2 * LATE_MS);
    },
    says: /^Faulty on Fault took \d\.\d s to start/,
  },
  {
    id: "ring",
    group: "Shared memory",
    name: "Corrupt ring headers",
    what: `For ${SCRIBBLE_MS} ms counters and stamps of the rings on both sides of it are random, and then those of quanta that will never come.`,
    inject: ({ worker }) => scribble(worker().rings),
    says: /^(Plugins on Fault came too late for|Faulty on Fault failed)/,
  },
  {
    id: "suspend",
    group: "The browser and the machine",
    name: "Context interruption",
    what: `The audio context is suspended for ${SUSPENDED_MS} ms.`,
    inject: async ({ context }) => {
      await context.suspend();
      await pause(SUSPENDED_MS);
      await context.resume();
    },
    says: /^The audio goes on at 0:01\.\d of the song after 0\.[67]/,
  },
  {
    id: "device",
    group: "The browser and the machine",
    name: "Lost device",
    what: "The context reports an error of its output, goes to no output at all, and back to the default.",
    inject: async ({ context, say }) => {
      context.dispatchEvent(new Event("error"));
      const sinks = context as AudioContext & { setSinkId?: (sink: string | { type: "none" }) => Promise<void> };
      await sinks.setSinkId?.({ type: "none" });
      await pause(500);
      await sinks.setSinkId?.("").catch(() => say("There is no audio output here to go back to; the context goes on without one."));
    },
    says: /^The browser reported at 0:01\.\d of the song that the audio output failed/,
  },
  {
    id: "sample-rate",
    group: "The browser and the machine",
    name: "Sample-rate change",
    what: "The session is carried over to a second engine at 44.1 kHz and plays there; this one goes on.",
    // Loaded when it is wanted: it brings the plugins along.
    inject: async (hands) => (await import("./other-rate.js")).otherRate(hands),
    says: /^The session plays at 44\.1 kHz too/,
  },
  {
    id: "sleep",
    group: "The browser and the machine",
    name: "System sleep",
    what: "The audio stops and the page's clock jumps by an hour.",
    inject: async ({ context }) => {
      await context.suspend();
      const before = performance.now.bind(performance);
      performance.now = () => before() + SLEPT_MS;
      await pause(100);
      await context.resume();
    },
    says: /^The page stood still for 3600\.\d s/,
  },
  {
    id: "window",
    group: "The browser and the machine",
    name: "The page hangs",
    what: `A script holds the page up for ${BLOCKED_MS / 1000} s.`,
    inject: () => {
      const end = performance.now() + BLOCKED_MS;
      while (performance.now() < end);
    },
    says: /^The page stood still for 2\.\d s/,
  },
  {
    id: "background",
    group: "The browser and the machine",
    name: "Background tab",
    what: `Another tab is opened over this one for ${AWAY_MS / 1000} s.`,
    inject: async ({ say }) => {
      const tab = globalThis.open("about:blank");
      await pause(AWAY_MS);
      say(document.hidden ? "The page played on in the background." : "The browser did not put this page into the background: allow it to open tabs, or go to another one by hand.");
      tab?.close();
    },
    says: /background/,
  },
];
