import { SessionDocument, createSession, createStrip, MASTER_ID } from "@headroom/session";
import { decibels } from "@headroom/sdk";
import { expect, it } from "vitest";
import { Observable } from "../state/observable.js";
import { ControlHandles } from "./control-handles.js";

const gain = decibels({ min: -60, max: 12, default: 0 });

it("gives whoever asks for a control the same handle, while its strip or insert is there", () => {
  const document = new SessionDocument(createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }) } }));
  const handles = new ControlHandles(document, new Observable(undefined));
  const insert = document.inserts.add(MASTER_ID, { plugin: "com.acme.gain", version: "1.0.0" });
  const before = handles.parameter(insert, "gain", gain);
  const mix = handles.mix(insert);
  const fader = handles.strip(MASTER_ID, "faderDb");
  document.inserts.setBypass(insert, true);
  expect(handles.parameter(insert, "gain", gain)).toBe(before);
  expect(handles.mix(insert)).toBe(mix);

  document.inserts.remove(insert);
  expect(handles.strip(MASTER_ID, "faderDb")).toBe(fader);
  document.undo();
  const after = handles.parameter(insert, "gain", gain);
  expect(after).not.toBe(before);
  after.setNumber(-6);
  expect(document.snapshot().strips[MASTER_ID]?.inserts[0]?.params).toEqual({ gain: -6 });
});

it("writes each control of a strip and a send where the session has it, in its own unit", () => {
  const document = new SessionDocument(createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }) } }));
  const handles = new ControlHandles(document, new Observable(undefined));
  const pad = document.strips.add("channel", { name: "Pad" });
  const send = document.sends.add(pad, MASTER_ID);
  handles.strip(pad, "width").setNumber(150);
  handles.strip(pad, "panLeft").setNumber(-40);
  handles.strip(pad, "panRight").setNumber(60);
  handles.send(send, "levelDb").setNumber(-6);
  handles.send(send, "pan").setNumber(25);
  expect(document.undoName).toBe("Change send of Pad to Master");
  expect(document.snapshot().strips[pad]).toMatchObject({ width: 1.5, dualPan: [-0.4, 0.6], sends: [{ levelDb: -6, pan: 0.25 }] });
});
