/// <reference types="node" />
import { expect, test } from "vitest";
import { createSend, createSession, createStrip, createVca } from "../create.js";
import { SessionDocument } from "../document/session-document.js";
import { parseSession } from "../parse/parse-session.js";
import { readSessionFile, writeSessionFile } from "../parse/session-file.js";
import { MASTER_ID, type Session } from "../schema.js";
import { SessionError } from "../session-error.js";
import { mutateText, mutateZip, seededRandom } from "./mutate-harness.js";
import { SessionZip, writeSessionZip } from "./session-zip.js";

/** How many files are tried; the whole test takes 10,000: `HEADROOM_FUZZ=10000`. */
const RUNS = Number(process.env["HEADROOM_FUZZ"] ?? 300);
const FIRST_SEED = Number(process.env["HEADROOM_FUZZ_SEED"] ?? 1);
/** No file may take longer: what takes seconds would look like a hang. */
const LONGEST_MS = 20_000;

const audio = { sampleRate: 48_000, channels: [Float32Array.from({ length: 64 }, (_, at) => Math.sin(at)), new Float32Array(64)] };
const entry = { name: "Kick.wav", sampleRate: 48_000, channels: 2, frames: 64 };

/** A session that has some of everything. */
function sample(): Session {
  const document = new SessionDocument(createSession({
    name: "Song",
    strips: {
      [MASTER_ID]: createStrip("master", { id: MASTER_ID }),
      bus: createStrip("bus", { id: "bus", name: "Bus" }),
      a: createStrip("channel", { id: "a", name: "A", output: "bus", sends: [createSend("bus", { id: "send" })] }),
    },
    order: ["a", "bus"],
    vcas: { vca: createVca({ id: "vca", members: ["a"] }) },
    audio: { kick: entry },
  }));
  document.clips.add("a", { id: "clip", audio: "kick", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 0.001, gainDb: 0, fadeIn: { seconds: 0.0001, shape: "s" } });
  const insert = document.inserts.add("a", { id: "eq", plugin: "dev.headroom.parametric-eq", version: "1.0.0", params: { gain: 1, on: true, mode: "x" }, state: { version: 1, data: "{}" } });
  document.settings.switch(insert);
  document.lanes.addPoint({ kind: "strip", strip: "a", control: "pan" }, 1, 0.5);
  return document.snapshot();
}

/** What came in must be a session, or be refused in sentences. */
function expectTaken(session: Session, what: string): void {
  expect(parseSession(session), what).toEqual({ session });
  // It can be opened and edited like any other.
  const document = new SessionDocument(session);
  document.strips.add("bus", { name: "New" });
  document.undo();
  expect(document.snapshot(), what).toEqual(new SessionDocument(session).snapshot());
}

function expectSentences(sentences: readonly string[], what: string): void {
  expect(sentences.length, what).toBeGreaterThan(0);
  for (const sentence of sentences) expect(sentence, what).toMatch(/^[“A-Z].+[.]$/su);
}

test(`${RUNS} spoilt session texts are sessions, repaired ones, or refused in words`, { timeout: RUNS * 100 + 60_000 }, () => {
  const text = writeSessionFile(sample());
  let taken = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
    const began = performance.now();
    const parsed = readSessionFile(mutateText(text, seededRandom(seed)));
    if ("problems" in parsed) expectSentences(parsed.problems, `seed ${seed}`);
    else {
      taken += 1;
      expectTaken(parsed.session, `seed ${seed}`);
    }
    expect(performance.now() - began, `seed ${seed} hangs`).toBeLessThan(LONGEST_MS);
  }
  // Both happen, or the mutations test nothing.
  expect(taken).toBeGreaterThan(RUNS / 50);
  expect(taken).toBeLessThan(RUNS);
});

test(`${RUNS} spoilt session files are read, repaired, or refused in words; nothing but what the session names is unpacked`, { timeout: RUNS * 100 + 60_000 }, () => {
  const zip = writeSessionZip({ session: sample(), audio: new Map([["kick", audio]]) });
  let refused = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
    const began = performance.now();
    const bytes = mutateZip(zip, seededRandom(seed));
    const given = bytes.slice();
    try {
      const opened = new SessionZip(bytes, "Song.headroom");
      expectTaken(opened.session, `seed ${seed}`);
      for (const [key, { frames, channels }] of Object.entries(opened.session.audio)) {
        const found = opened.audio(key);
        expect(found?.channels.map(({ length }) => length) ?? [], `seed ${seed}`).toEqual(found ? Array.from({ length: channels }, () => frames) : []);
      }
    } catch (error) {
      if (!(error instanceof SessionError)) throw new Error(`Seed ${seed}: ${String(error)}`, { cause: error });
      expectSentences([error.message], `seed ${seed}`);
      refused += 1;
    }
    expect(Buffer.compare(bytes, given), `seed ${seed}`).toBe(0);
    expect(performance.now() - began, `seed ${seed} hangs`).toBeLessThan(LONGEST_MS);
  }
  expect(refused).toBeGreaterThan(RUNS / 20);
  expect(refused).toBeLessThan(RUNS);
});
