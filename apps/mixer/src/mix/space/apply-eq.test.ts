import type { EqChange } from "@headroom/analysis";
import { createSession, createStrip, MASTER_ID, SessionDocument } from "@headroom/session";
import { expect, it } from "vitest";
import { applyEq } from "./apply-eq.js";

const eq = { plugin: "dev.headroom.parametric-eq", version: "1.0.0" };
const change = (strip: string): EqChange => ({
  strip,
  bands: [
    { type: "high-cut", frequencyHz: 4000, gainDb: 0, q: 0.7, slope: "12" },
    { type: "bell", frequencyHz: 300, gainDb: -4, q: 1, slope: "12" },
  ],
  outputDb: 1.5,
  loudnessChangeLu: 0,
  reason: "The hats have nothing else.",
});

function songWithBass() {
  const document = new SessionDocument(createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }) } }));
  return { document, bass: document.strips.add("channel", { name: "Bass" }) };
}

it("adds to the bands of an EQ that is there, in one undo step", () => {
  const { document, bass } = songWithBass();
  const first = document.inserts.add(bass, { ...eq, params: { "band1.enabled": true, "band1.frequency": 30, output: -2 } });
  expect(applyEq(document, eq, [change(bass)])).toMatchObject([{ insert: first, without: { "band2.enabled": 0, "band3.enabled": 0, output: -2 } }]);
  const params = document.snapshot().strips[bass]?.inserts[0]?.params;
  expect(params).toMatchObject({
    "band1.frequency": 30, "band2.enabled": true, "band2.type": "high-cut", "band2.frequency": 4000, "band3.type": "bell", "band3.gain": -4, output: -0.5,
  });
  document.undo();
  expect(document.snapshot().strips[bass]?.inserts[0]?.params).toEqual({ "band1.enabled": true, "band1.frequency": 30, output: -2 });
});

it("puts in a new EQ where there is none, or where that is bypassed", () => {
  const { document, bass } = songWithBass();
  const bypassed = document.inserts.add(bass, { ...eq, bypass: true });
  const [made] = applyEq(document, eq, [change(bass)]) ?? [];
  const inserts = document.snapshot().strips[bass]?.inserts;
  expect(inserts?.slice(0, 2).map((insert) => insert?.id)).toEqual([bypassed, made?.insert]);
  expect(inserts?.[1]?.params).toMatchObject({ "band1.enabled": true, "band2.enabled": true, output: 1.5 });
  document.undo();
  expect(document.snapshot().strips[bass]?.inserts[1]).toBeNull();
});
