import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe as describePlugin } from "@headroom/sdk";
import { InsertGroup, insertOrders, renderJob, wireRender } from "@headroom/engine/offline";
import { createSession, createStrip, emptySlots, MASTER_ID, type Session } from "@headroom/session";
import { writeSessionZip } from "@headroom/session/interchange";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleProgram, pluginCode, writePlugin } from "../plugin/scripts-harness.js";
import { makeWav, temporaryFolder } from "../wav/wav-harness.js";
import { WavReader } from "../wav/wav-reader.js";

const RATE = 48_000;
const FRAMES = RATE;
const tone = (hz: number) => Float32Array.from({ length: FRAMES }, (_, n) => 0.2 * Math.sin((2 * Math.PI * hz * n) / RATE));
const songs = { kick: [tone(110), tone(220)], bass: [tone(55)] };

/** Two channels through a gain each, with a delay that the other waits for. */
function song(plugin = "test.headroom.plugin"): Session {
  const insert = (id: string, gain: number) => ({ id, plugin, version: "1.0.0", bypass: false, mix: 1, params: { gain } });
  const clip = (audio: string) => ({ id: audio, audio, startSeconds: 0, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 });
  const strip = (id: string, audio: string) => createStrip("channel", { id, name: id === "a" ? "Kick/1" : "Bass", clips: [clip(audio)], inserts: [insert(`i${id}`, id === "a" ? -6 : 3), ...emptySlots().slice(1)] });
  const entry = (name: string, channels: number) => ({ name, sampleRate: RATE, channels, frames: FRAMES });
  return createSession({
    strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), a: strip("a", "kick"), b: strip("b", "bass") },
    order: ["a", "b"],
    audio: { kick: entry("Kick.wav", 2), bass: entry("Bass.wav", 1) },
  });
}

function sessionFolder(session: Session): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "audio"));
  writeFileSync(path.join(folder, "session.json"), JSON.stringify(session));
  for (const [key, channels] of Object.entries(songs)) writeFileSync(path.join(folder, `audio/${key}.wav`), makeWav({ type: "f32", samples: channels.map((channel) => [...channel]) }));
  return folder;
}

function sessionFile(session: Session): string {
  const file = path.join(temporaryFolder(), "song.headroom");
  writeFileSync(file, writeSessionZip({ session, audio: new Map(Object.entries(songs).map(([key, channels]) => [key, { sampleRate: RATE, channels }])) }));
  return file;
}

function samplesOf(file: string): Float32Array[] {
  const reader = new WavReader(file, 10 * RATE);
  const frames = reader.next();
  reader.close();
  return reader.channels.map((channel) => channel.slice(0, frames));
}

let program = "";
const plugin = () => writePlugin(pluginCode());
beforeAll(() => {
  program = bundleProgram();

}, 120_000);

function render(...args: string[]) {
  const cwd = temporaryFolder();
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "render", ...args], { cwd, encoding: "utf8" });
  return { status, stdout, stderr, file: (name: string) => path.join(cwd, name) };
}

/** The same session, rendered in this thread. */
async function inProcess(session: Session): Promise<readonly Float32Array[]> {
  const { default: definition } = (await import(`data:text/javascript,${encodeURIComponent(pluginCode())}`)) as { default: Parameters<typeof describePlugin>[0] };
  const orders = insertOrders(session, new Map([["test.headroom.plugin", describePlugin(definition)]]), RATE, 0, () => undefined);
  const group = new InsertGroup(definition);
  for (const order of orders) group.add(order);
  const { job, wirings } = wireRender(session, orders, new Map(), { startSeconds: 0, endSeconds: 1, tailSeconds: 0 }, []);
  for (const [id, wiring] of wirings) group.wire(id, wiring);
  // Nobody else fills the rings here: the group runs where the renderer would wait.
  const outcome = renderJob({ ...job, audio: new Map(Object.entries(songs)) }, new Map(), () => undefined, () => void group.process());
  if (outcome.type !== "rendered") throw new Error(outcome.type);
  return outcome.mix;
}

describe("headroom render", { timeout: 180_000 }, () => {
  it("renders a file and a folder alike, bit for bit as one thread does, with stems that add up to the mix", async () => {
    const expected = await inProcess(song());
    for (const source of [sessionFile(song()), sessionFolder(song())]) {
      const { status, stderr, stdout, file } = render(source, "-o", "mix.wav", "--stems", "stems", "--bits", "32f", "--tail", "0", "--plugin", plugin(), "--json");
      expect([status, stderr]).toEqual([0, ""]);
      const mix = samplesOf(file("mix.wav"));
      expect(mix).toEqual([...expected]);
      expect(readdirSync(file("stems")).sort()).toEqual(["Bass.wav", "Kick 1.wav"]);
      const stems = ["Bass.wav", "Kick 1.wav"].map((name) => samplesOf(file(`stems/${name}`)));
      mix.forEach((channel, c) => channel.forEach((x, i) => expect(Math.abs(x - (stems[0]![c]![i]! + stems[1]![c]![i]!))).toBeLessThan(1e-6)));
      expect(JSON.parse(stdout)).toMatchObject({ frames: FRAMES, sampleRate: RATE, bits: "32f", clippedSamples: 0, durationSeconds: 1, gainDb: 0 });
    }
  });

  it("renders a range with its tail at another level, rate and word length", () => {
    const { status, stdout, file } = render(sessionFile(song()), "-o", "mix.wav", "--range", "0:00.25-0.75", "--tail", "0.5", "--bits", "16", "--rate", "44100", "--peak=-1", "--plugin", plugin(), "--json");
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { peakDbfs: number }).peakDbfs).toBeCloseTo(-1, 2);
    const [left, right] = samplesOf(file("mix.wav"));
    expect(left).toHaveLength(44_100);
    expect(20 * Math.log10(Math.max(...left!.map(Math.abs), ...right!.map(Math.abs)))).toBeCloseTo(-1, 1);
    // The song stops at the end of the range; dither alone is left.
    expect(Math.max(...left!.subarray(23_000).map(Math.abs))).toBeLessThan(2 ** -14);
  });

  it.each<[string, () => string[], number, string]>([
    ["a session that is not there", () => ["nowhere.headroom", "-o", "mix.wav"], 1, "nowhere.headroom cannot be read: there is no such file or folder.\n"],
    ["a file that is no zip", () => { const file = path.join(temporaryFolder(), "a.headroom"); writeFileSync(file, "no"); return [file, "-o", "mix.wav"]; }, 1, "a.headroom cannot be read: the zip is damaged. Save the session again.\n"],
    ["a plugin that is not there", () => [sessionFile(song()), "-o", "mix.wav"], 1, 'Kick/1 has an insert of the plugin "test.headroom.plugin", which is not here; give its bundle with --plugin, or bypass the insert.\n'],
    ["audio that is not there", () => { const folder = sessionFolder(song()); writeFileSync(path.join(folder, "session.json"), JSON.stringify(song()).replaceAll('"kick"', '"gone"')); return [folder, "-o", "mix.wav", "--plugin", plugin()]; }, 1, "The audio “Kick.wav” is not in the session; add it, or remove the clips that play it.\n"],
    ["audio behind a link that leads out", () => {
      const folder = sessionFolder(song());
      symlinkSync(path.join(sessionFolder(song()), "audio/kick.wav"), path.join(folder, "audio/out.wav"));
      writeFileSync(path.join(folder, "session.json"), JSON.stringify(song()).replaceAll('"kick"', '"out"'));
      return [folder, "-o", "mix.wav", "--plugin", plugin()];
    }, 1, "is not in the session"],
    ["a plugin that throws", () => [sessionFile(song()), "-o", "mix.wav", "--plugin", writePlugin(pluginCode({ processor: `process({ position }) { if (position > 24000) throw new Error("no"); }` }))], 1, "of the song, so nothing was written. Bypass or replace it.\n"],
    ["nowhere to write", () => [sessionFile(song())], 2, "render needs somewhere to write"],
    ["bits that cannot be", () => [sessionFile(song()), "-o", "mix.wav", "--bits", "12"], 2, "12 bits cannot be; choose 16, 24 or 32f."],
    ["a range that ends before it starts", () => [sessionFile(song()), "-o", "mix.wav", "--range", "9-3"], 2, 'A range of "9-3" cannot be'],
    ["a strip that is not there", () => [sessionFile(song()), "--stems", "s", "--strip", "Lead"], 2, 'There is no strip "Lead"; there is Kick/1, Bass.'],
    ["two levels", () => [sessionFile(song()), "-o", "mix.wav", "--peak=-1", "--lufs=-14"], 2, "give --peak or --lufs, not both"],
  ])("says in a sentence what is wrong with %s, and writes nothing", (_, args, code, sentence) => {
    const { status, stdout, stderr, file } = render(...args());
    expect([status, stdout, stderr]).toEqual([code, "", expect.stringContaining(sentence)]);
    expect(existsSync(file("mix.wav"))).toBe(false);
  });

  it("names a plugin that stalls, with the time in the song", () => {
    const hang = writePlugin(pluginCode({ processor: `process({ position }) { while (position > 24000); }` }));
    const { status, stderr } = render(sessionFile(song()), "-o", "mix.wav", "--plugin", hang);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Test plugin on (Kick\/1|Bass) stopped answering at 0:0\d\.\d of the song, so nothing was written\./)]);
  });

  it("keeps plugins from Node, files and each other's realm", () => {
    const spy = writePlugin(pluginCode({ before: `if (typeof process !== "undefined" || typeof require !== "undefined") throw new Error("Node is here");`, processor: `process(context) { context.output[0].constructor.constructor("return process")(); }` }));
    expect(render(sessionFile(song()), "-o", "mix.wav", "--plugin", spy)).toMatchObject({ status: 1, stderr: expect.stringContaining("threw, or gave what is no audio") as string });
    expect(readFileSync(spy, "utf8")).toContain("return process");
  });
});
