import { describe, expect, it } from "vitest";
import { createSession } from "../create.js";
import { SessionZip } from "./session-zip.js";
import { streamSessionZip } from "./stream-session-zip.js";

const audio = { sampleRate: 44_100, channels: [Float32Array.of(0, 0.5, -1, 2), Float32Array.of(1, 2, 3, 4)] };
const entry = { name: "Kick.wav", sampleRate: 44_100, channels: 2, frames: 4 };

describe("a session file written piece by piece", () => {
  it("gives back what was written, tells how far it is, and names what is gone", async () => {
    const session = createSession({ audio: { kick: entry, lost: { ...entry, name: "Lost.wav" } } });
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const steps: number[] = [];
    const missing = await streamSessionZip({ session, audio: (key) => Promise.resolve(key === "kick" ? audio : undefined) }, (piece) => pieces.push(piece), (done) => steps.push(done));
    const opened = new SessionZip(new Uint8Array(await new Blob(pieces).arrayBuffer()), "a.headroom");
    expect(opened.session).toEqual(session);
    expect(opened.audio("kick")).toEqual(audio);
    expect([missing, steps]).toEqual([["Lost.wav"], [0, 1, 2]]);
  });

  it("refuses more audio than a zip holds, before any is read", async () => {
    const session = createSession({ name: "Long", audio: { a: { ...entry, frames: 2 ** 30 } } });
    const audioOf = () => Promise.reject(new Error("read"));
    await expect(streamSessionZip({ session, audio: audioOf }, () => {})).rejects.toThrow("Long has 8.0 GiB of audio; a session file holds less than 4 GiB.");
  });
});
