import { allRunning, channel, programme, sessionOf, slots, startEngine } from "./engine.browser.page.js";
import { bundleUrl } from "./faulty-plugin.js";
import { compare, record, withoutDropouts } from "./recording.browser.page.js";

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
  const run = (hosting: "isolated" | "inline") =>
    withoutDropouts(async () => {
      const { engine, context } = await startEngine({ hosting, hop: 8192 }, []);
      await engine.registerPlugin({ url: bundleUrl(BUNDLE) });
      engine.addAudio("song", programme(5, 1));
      engine.update(session);
      await allRunning(engine, session);
      const audio = await record(engine, context, seconds);
      engine.playhead.stop();
      const { latencyFrames, dropouts } = engine.status();
      const { wav, frames } = await engine.bounce({ startSeconds: 0, endSeconds: seconds, bitDepth: "32f" });
      const data = new DataView(await wav.arrayBuffer(), 58);
      const bounced = [0, 1].map((c) => Float32Array.from({ length: frames }, (_, i) => data.getFloat32((i * 2 + c) * 4, true)));
      await engine.dispose();
      await context.close();
      return { audio, bounced, latencyFrames, dropouts };
    });
  const isolated = await run("isolated");
  const inline = await run("inline");
  const song = programme(5, 1).channels;
  let off = 0;
  for (let i = 0; i < seconds * 48_000; i++) {
    const key = (song[0]?.[i] ?? 0) * (1 + Math.sin((7 * i * 97) / 60 / 48_000) / 2);
    off = Math.max(off, Math.abs((isolated.audio[0]?.[i] ?? 0) - (song[0]?.[i] ?? 0)), Math.abs((isolated.audio[1]?.[i] ?? 0) - key));
  }
  return {
    inline: compare(isolated.audio, inline.audio),
    bounce: compare(isolated.audio, isolated.bounced),
    bounceInline: compare(isolated.bounced, inline.bounced),
    off,
    latencies: [isolated.latencyFrames, inline.latencyFrames],
    dropouts: isolated.dropouts,
  };
}
