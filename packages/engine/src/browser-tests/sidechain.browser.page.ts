import { channel, programme, sessionOf, slots } from "./engine.browser.page.js";
import { sameEverywhere } from "./recording.browser.page.js";

/** Two of these are whole quanta, on which a recording begins. */
const LATENCY = 320;
const KEYED = "test.headroom.keyed";
/** Plays input and sidechain, one to each side, the right in time with the song; 320 frames late. */
const BUNDLE = `
export default {
  id: "${KEYED}", name: "Keyed", vendor: "Headroom tests", version: "1.0.0", features: ["modulation"],
  io: { main: ["stereo"], sidechain: ["stereo"] }, extensions: ["dev.headroom.transport@1"], params: {}, readouts: {},
  processor: ({ extension }) => {
    const transport = extension("dev.headroom.transport@1");
    const lines = [0, 1].map(() => new Float32Array(${LATENCY}));
    let at = 0;
    return {
      latency: ${LATENCY},
      process({ input, sidechain, output, frames }) {
        for (let i = 0; i < frames; i++) {
          const beat = transport.playing ? transport.beat + i * transport.bpm / 60 / 48000 : 0;
          const next = [input[0][i], sidechain[0][i] * (transport.playing ? 1 + Math.sin(beat * 7) / 2 : 0)];
          for (let c = 0; c < 2; c++) { output[c][i] = lines[c][at]; lines[c][at] = next[c]; }
          at = (at + 1) % ${LATENCY};
        }
      },
    };
  },
};`;

/** Rule: what is heard beside the input, and where the song is, are the same to the sample isolated, inline and in a bounce. */
export async function keyedIsTheSameEverywhere(seconds: number) {
  const insert = (id: string, sidechain?: string) => ({ id, plugin: KEYED, version: "1.0.0", bypass: false, mix: 1, params: {}, ...(sidechain !== undefined && { sidechain }) });
  const session = {
    ...sessionOf([
      // Muted, and late by its own insert: it is heard where it is listened to, and there on time.
      channel("a", { mute: true, inserts: slots(insert("late")) }, "song"),
      channel("b", { inserts: slots(insert("keyed", "a")) }, "song"),
    ]),
    tempo: 97,
  };
  const { isolated, compared } = await sameEverywhere(session, BUNDLE, seconds, () => undefined);
  const song = programme(5, 1).channels;
  let off = 0;
  for (let i = 0; i < seconds * 48_000; i++) {
    const key = (song[0]?.[i] ?? 0) * (1 + Math.sin((7 * i * 97) / 60 / 48_000) / 2);
    off = Math.max(off, Math.abs((isolated.audio[0]?.[i] ?? 0) - (song[0]?.[i] ?? 0)), Math.abs((isolated.audio[1]?.[i] ?? 0) - key));
  }
  return { ...compared, off };
}
