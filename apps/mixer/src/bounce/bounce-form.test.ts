import { createSession, createStrip, MASTER_ID } from "@headroom/session";
import { expect, it } from "vitest";
import { initialForm, levelProblem, normalization, stemStrips } from "./bounce-form.js";

const form = initialForm(createSession(), 48_000);

it("asks for the mix as it is at first, and for the loop where it is on", () => {
  expect(normalization(form)).toBeUndefined();
  expect(form.range).toBe("song");
  expect(initialForm(createSession({ loop: { enabled: true, startSeconds: 1, endSeconds: 2 } }), 48_000).range).toBe("loop");
});

it("reads levels as people type them", () => {
  expect(normalization({ ...form, level: "peak", peakDb: "−0,3" })).toEqual({ peakDb: -0.3 });
  expect(normalization({ ...form, level: "loudness", lufs: "-16" })).toEqual({ lufs: -16 });
});

it.each(["", "loud", "3", "-61"])("says why a level of “%s” cannot be", (lufs) => {
  expect(levelProblem({ ...form, level: "loudness", lufs })).toBe(`A level of “${lufs}” cannot be: type a number from -60 to 0 LUFS.`);
  expect(normalization({ ...form, level: "loudness", lufs })).toBeUndefined();
});

it("takes the strips that feed the master for stems", () => {
  const strips = [createStrip("bus", { id: "bus", name: "Drums" }), createStrip("channel", { id: "a", output: "bus" }), createStrip("channel", { id: "b", output: null })];
  const session = createSession({ strips: Object.fromEntries([createStrip("master", { id: MASTER_ID }), ...strips].map((strip) => [strip.id, strip])), order: ["bus", "a", "b"] });
  expect(stemStrips(session)).toEqual([{ id: "bus", name: "Drums" }]);
});
