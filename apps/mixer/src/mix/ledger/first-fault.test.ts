import { createSession, createStrip, emptySlots, type Insert, MASTER_ID, type Strip } from "@headroom/session";
import { expect, it } from "vitest";
import { type Boundary, boundariesOf, inSignalOrder } from "./boundaries.js";
import { firstFault } from "./first-fault.js";
import { faultText } from "./ledger-text.js";

const insert = (id: string): Insert => ({ id, plugin: `com.acme.${id}`, version: "1.0.0", bypass: false, mix: 1, params: {} });
const slots = (...inserts: readonly Insert[]) => [...inserts, ...emptySlots()].slice(0, emptySlots().length);
const bus = createStrip("bus", { id: "drums", name: "Drums" });
const kick = createStrip("channel", { id: "kick", name: "Kick", output: "drums", inserts: slots(insert("drive")) });
const pad = createStrip("channel", { id: "pad", name: "Pad" });
const master = createStrip("master", { id: MASTER_ID, name: "Master" });
const session = createSession({ order: ["drums", "kick", "pad"], strips: { drums: bus, kick, pad, [MASTER_ID]: master } });

const at = (strip: Strip, kind: Boundary["kind"]) => boundariesOf(strip).find((one) => one.kind === kind)?.key;
const find = (overs: Readonly<Record<string, number>>, bends = false) => firstFault(session, ({ key }) => overs[key] ?? -12, () => bends);
const text = (overs: Readonly<Record<string, number>>, bends = false) => faultText(find(overs, bends), session, (id) => id);

it("puts each strip behind all that feed it", () => {
  expect(inSignalOrder(session)).toEqual(["kick", "pad", "drums", MASTER_ID]);
});

it("has a boundary for the fader where inserts come after it", () => {
  const strip = createStrip("channel", { id: "one", inserts: slots(insert("a"), insert("b")), slotsBeforeFader: 1 });
  expect(boundariesOf(strip).map(({ kind, insert: found }) => found?.id ?? kind)).toEqual(["source", "input", "a", "b", "b", "output"]);
  expect(boundariesOf(strip).map(({ kind }) => kind)).toEqual(["source", "input", "insert", "fader", "insert", "output"]);
});

it("names the first boundary over full scale, though a later one is higher", () => {
  const overs = { [at(bus, "source")!]: 1.5, [at(master, "output")!]: 8 };
  expect(find(overs)).toMatchObject({ first: { stripId: "drums", kind: "source" }, overDb: 1.5, harm: { kind: "cut", overDb: 8, at: { stripId: MASTER_ID } } });
  expect(text(overs)).toBe("First over full scale: Drums at its source, by 1.5 dB. Nothing is lost there, but it stays over until the master's output, by 8.0 dB, where what is over 0 dBFS is cut off.");
});

it("tells harmless overs from those that drive a plugin", () => {
  const overs = { [at(kick, "input")!]: 3 };
  expect(find(overs)?.harm).toBeUndefined();
  expect(find(overs, true)?.harm).toMatchObject({ kind: "driven", at: { stripId: "kick", kind: "input" } });
  expect(text(overs)).toContain("Nothing is lost there");
});

it("finds nothing where nothing is over, at full scale, or in silence", () => {
  expect(find({ [at(kick, "source")!]: 0, [at(pad, "source")!]: -Infinity })).toBeUndefined();
});
