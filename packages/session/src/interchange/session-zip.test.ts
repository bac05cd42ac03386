import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { CONTRACT_VERSION } from "@headroom/sdk";
import { createSession, createStrip } from "../create.js";
import { integrityOf } from "../plugins/integrity.js";
import { MASTER_ID } from "../schema.js";
import { audioPath, pluginFolder } from "./session-package.js";
import { SessionZip, writeSessionZip } from "./session-zip.js";

const audio = { sampleRate: 44_100, channels: [Float32Array.of(0, 0.5, -1, 2), Float32Array.of(1, 2, 3, 4)] };
const entry = { name: "Kick.wav", sampleRate: 44_100, channels: 2, frames: 4 };
const session = createSession({
  strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), a: createStrip("channel", { id: "a" }) },
  order: ["a"],
  audio: { "../../etc/passwd": entry, lost: entry },
});
const zip = (files: Record<string, Uint8Array>) => new SessionZip(zipSync(files), "a.headroom");
const json = (value: unknown) => strToU8(JSON.stringify(value));

describe("a session file", () => {
  it("gives back what was written, to the bit", () => {
    const opened = new SessionZip(writeSessionZip({ session, audio: new Map([["../../etc/passwd", audio]]) }), "a.headroom");
    expect(opened.session).toEqual(session);
    expect(opened.audio("../../etc/passwd")).toEqual(audio);
    expect([opened.audio("lost"), opened.audio("unknown")]).toEqual([undefined, undefined]);
  });

  it.each(["..", "../../etc/passwd", "a/b", ".", "a\\b", "C:"])("names no path that leads elsewhere for the key %s", (key) => {
    expect(audioPath(key)).toMatch(/^audio\/(?!\.)[^/\\:]+\.wav$/);
    expect(pluginFolder(key)).toMatch(/^plugins\/(?!\.)[^/\\:]+\/$/);
  });

  it("brings plugins along, checked against their manifests", async () => {
    const text = "export default {};";
    const integrity = await integrityOf(text);
    const manifest = { contract: CONTRACT_VERSION, id: "com.acme.a", name: "A", vendor: "Acme", version: "1.0.0", processor: { file: "processor.js", integrity } };
    const bytes = writeSessionZip({ session, audio: new Map(), plugins: [{ manifest, processor: { text, integrity }, view: undefined }] });
    expect((await new SessionZip(bytes, "a").plugin("com.acme.a"))?.processor.text).toBe(text);
    expect(await new SessionZip(bytes, "a").plugin("com.acme.b")).toBeUndefined();
    const changed = zip({ "session.json": json(session), "plugins/com.acme.a/headroom-plugin.json": json(manifest), "plugins/com.acme.a/processor.js": strToU8(`${text} `) });
    await expect(changed.plugin("com.acme.a")).rejects.toThrow("Build the plugin again");
  });
});

describe("what is refused, with a sentence", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["no zip", strToU8("hello"), /^a\.headroom cannot be read: the zip is damaged/],
    ["half a zip", writeSessionZip({ session, audio: new Map() }).subarray(0, 200), /the zip is damaged/],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), /holds no session\.json, so it is no session file/],
    ["no JSON", zipSync({ "session.json": strToU8("{") }), /^a\.headroom cannot be opened\. This file is not a Headroom session/],
    ["a newer session", zipSync({ "session.json": json({ ...session, schema: 999 }) }), /was saved by a newer Headroom/],
  ])("%s", (_, bytes, sentence) => {
    expect(() => new SessionZip(bytes, "a.headroom")).toThrow(sentence);
  });

  it("audio that would unpack to more than the session describes", () => {
    const bomb = zip({ "session.json": json(session), [audioPath("lost")]: new Uint8Array(2 ** 22) });
    expect(() => bomb.audio("lost")).toThrow(/^“Kick\.wav” in the session file would unpack to 4194304 bytes; 1048608 is the most/);
  });

  it("audio that is none, or another", () => {
    const other = writeSessionZip({ session: { ...session, audio: { lost: { ...entry, frames: 2 } } }, audio: new Map([["lost", audio]]) });
    expect(() => new SessionZip(other, "a").audio("lost")).toThrow("is not the audio that the session describes");
    expect(() => zip({ "session.json": json(session), [audioPath("lost")]: strToU8("RIFF....WAVE") }).audio("lost")).toThrow("is not the audio");
  });
});
