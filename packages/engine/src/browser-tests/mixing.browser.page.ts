import { createSend, createStrip, createVca } from "@headroom/session";
import { channel, insert, sessionOf, slots } from "./engine.browser.page.js";
import { sameEverywhere } from "./recording.browser.page.js";

const LATE = "test.headroom.late";
const LATENCY = 128;
/** Adds half its sidechain to its input, a quantum late: recordings begin on whole quanta. */
const BUNDLE = `
export default {
  id: "${LATE}", name: "Late", vendor: "Headroom tests", version: "1.0.0", features: ["utility"],
  io: { main: ["stereo"], sidechain: ["stereo"] }, params: {}, readouts: {},
  processor: () => {
    const lines = [0, 1].map(() => new Float32Array(${LATENCY}));
    let at = 0;
    return {
      latency: ${LATENCY},
      process({ input, sidechain, output, frames }) {
        for (let i = 0; i < frames; i++) {
          for (let c = 0; c < 2; c++) {
            const next = input[c][i] + (sidechain[c]?.[i] ?? 0) / 2;
            output[c][i] = lines[c][at];
            lines[c][at] = next;
          }
          at = (at + 1) % ${LATENCY};
        }
      },
    };
  },
};`;

/** Latencies that add up to whole quanta. Sends before and after the fader, inserts on both of its sides, a sidechain, strips that are late and early, VCAs, pan laws. */
function richSession() {
  const hall = createStrip("bus", { id: "hall", name: "Hall", inserts: slots(insert("h", LATE)), faderDb: -6, soloSafe: true });
  const room = createStrip("bus", { id: "room", name: "Room", panMode: "dual", dualPan: [-0.2, 0.7], delaySeconds: 128 / 48_000, sends: [createSend("hall", { id: "r", levelDb: -12 })] });
  return {
    ...sessionOf([
      channel("a", {
        faderDb: -3, pan: 0.4, panLawDb: -4.5, delaySeconds: 0.0035, inserts: slots(insert("a1", LATE), insert("a2", LATE)), slotsBeforeFader: 1,
        sends: [createSend("hall", { id: "s", preFader: true, levelDb: -9, pan: -0.5 }), createSend("room", { id: "t", levelDb: -3 })],
      }, "song"),
      channel("b", { delaySeconds: -0.002, inserts: slots({ ...insert("b1", LATE), sidechain: "a" }), output: "room", width: 1.4 }, "song"),
      channel("c", { swap: true, invert: [true, false] }, "song"),
      hall, room,
    ]),
    vcas: { v: createVca({ id: "v", members: ["a", "c"], faderDb: -2 }), w: createVca({ id: "w", members: ["v", "hall"], faderDb: -1 }) },
  };
}

/** Rule: what is heard is what is bounced, to the bit, isolated and inline, whatever the routing. */
export async function mixIsTheSameEverywhere(seconds: number) {
  const session = richSession();
  const { inline, compared } = await sameEverywhere(session, BUNDLE, seconds, (engine) => Object.fromEntries(Object.keys(session.strips).map((id) => [id, engine.stripDelays(id)])));
  return { ...compared, delays: inline.seen };
}
