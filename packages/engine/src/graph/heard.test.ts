import { createSend, createSession, createStrip, createVca, MASTER_ID, type Session, type SoloMode, type Strip } from "@headroom/session";
import { describe, expect, it } from "vitest";
import { heard, soloedStrips } from "./heard.js";

function sessionOf(strips: readonly Strip[], fields: Partial<Session> = {}): Session {
  const all = [createStrip("master", { id: MASTER_ID }), ...strips];
  return createSession({ strips: Object.fromEntries(all.map((strip) => [strip.id, strip])), order: strips.map(({ id }) => id), ...fields });
}

const channel = (id: string, more: Partial<Strip> = {}) => createStrip("channel", { id, ...more });
const bus = (id: string, more: Partial<Strip> = {}) => createStrip("bus", { id, ...more });
const mode = (fields: Partial<SoloMode>): SoloMode => ({ listen: "in place", exclusive: false, sources: true, sends: true, ...fields });
const ids = (set: ReadonlySet<string>) => [...set].sort();

describe("heard", () => {
  it("is, without a solo, every strip that is not muted, and every send but those of muted strips", () => {
    const send = (id: string, fields: object = {}) => createSend("c", { id, ...fields });
    const { strips, outputs, sends } = heard(sessionOf([channel("a", { sends: [send("s"), send("t", { mute: true })] }), channel("b", { mute: true, sends: [send("u", { preFader: true })] }), bus("c")]));
    expect([ids(strips), ids(outputs), ids(sends)]).toEqual([["a", "c", MASTER_ID], ["a", "b", "c", MASTER_ID], ["s"]]);
  });

  it("leaves a soloed channel's bus and master on, and the bus's other feeders off", () => {
    const session = sessionOf([channel("a", { solo: true, output: "drums" }), channel("b", { output: "drums" }), channel("c"), bus("drums")]);
    expect(ids(heard(session).strips)).toEqual(["a", "drums", MASTER_ID]);
  });

  it("leaves a soloed bus's feeders on with sources, and off without", () => {
    const strips = [channel("a", { output: "sub" }), bus("sub", { output: "drums" }), bus("drums", { solo: true }), channel("c")];
    expect(ids(heard(sessionOf(strips)).strips)).toEqual(["a", "drums", MASTER_ID, "sub"]);
    expect(ids(heard(sessionOf(strips, { solo: mode({ sources: false }) })).strips)).toEqual(["drums", MASTER_ID]);
  });

  it("hears the sources of a soloed return through it alone", () => {
    const { strips, outputs, sends } = heard(sessionOf([channel("a", { sends: [createSend("hall", { id: "s" }), createSend("room", { id: "t" })] }), bus("hall", { solo: true }), bus("room")]));
    expect([ids(strips), outputs.has("a"), ids(sends)]).toEqual([["a", "hall", MASTER_ID], false, ["s"]]);
  });

  it("hears what a soloed strip sends to with sends, and not without", () => {
    const strips = [channel("a", { solo: true, sends: [createSend("hall", { id: "s" })] }), channel("b", { sends: [createSend("hall", { id: "t", preFader: true })] }), bus("hall")];
    const on = heard(sessionOf(strips));
    expect([ids(on.strips), ids(on.sends)]).toEqual([["a", "hall", MASTER_ID], ["s"]]);
    const off = heard(sessionOf(strips, { solo: mode({ sends: false }) }));
    expect([ids(off.strips), ids(off.sends)]).toEqual([["a", MASTER_ID], []]);
  });

  it("keeps a strip that is solo safe on, and its way to the master", () => {
    const session = sessionOf([channel("a", { solo: true }), channel("click", { soloSafe: true, output: "aux" }), channel("b"), bus("aux")]);
    expect(ids(heard(session).strips)).toEqual(["a", "aux", "click", MASTER_ID]);
  });

  it("mutes and solos by VCAs, nested; a mute wins", () => {
    const vcas = { v: createVca({ id: "v", members: ["a", "b"] }), w: createVca({ id: "w", members: ["v"], solo: true }), m: createVca({ id: "m", members: ["b"], mute: true }) };
    const session = sessionOf([channel("a"), channel("b"), channel("c")], { vcas });
    expect([...soloedStrips(session)]).toEqual(["a", "b"]);
    expect(ids(heard(session).strips)).toEqual(["a", MASTER_ID]);
  });

  it("leaves the mix alone while solos are listened to before or after the fader", () => {
    for (const listen of ["pre fader", "after fader"] as const) {
      const { strips, outputs } = heard(sessionOf([channel("a", { solo: true }), channel("b")], { solo: mode({ listen }) }));
      expect([ids(strips), ids(outputs)]).toEqual([["a", "b", MASTER_ID], ["a", "b", MASTER_ID]]);
    }
  });
});
