import { createSession, createStrip } from "@headroom/session";
import { expect, it } from "vitest";
import { shownSeconds, songEnd } from "./time-scale.js";

const clip = { id: "c", audio: "a", offsetSeconds: 0, gainDb: 0 };
const withClip = (startSeconds: number, lengthSeconds: number) =>
  createSession({
    strips: { one: createStrip("channel", { id: "one", clips: [{ ...clip, startSeconds, lengthSeconds }] }) },
  });

it("ends with the last clip and shows one bar more", () => {
  expect(songEnd(createSession())).toBe(0);
  expect(songEnd(withClip(1, 3.5))).toBe(4.5);
  expect(shownSeconds(withClip(0, 4))).toBe(6);
  expect(shownSeconds(withClip(1, 3.5))).toBe(8);
  expect(shownSeconds(createSession())).toBe(32);
});
