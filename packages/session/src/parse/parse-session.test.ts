import { describe, expect, test } from "vitest";
import { createSession, createStrip } from "../create.js";
import { MASTER_ID, SCHEMA_VERSION, type Session, type Strip } from "../schema.js";
import { parseSession } from "./parse-session.js";
import { readSessionFile, writeSessionFile } from "./session-file.js";

function withStrips(...strips: Strip[]): Session {
  const all = [createStrip("master", { id: MASTER_ID }), ...strips];
  return createSession({ strips: Object.fromEntries(all.map((strip) => [strip.id, strip])), order: strips.map(({ id }) => id) });
}

const insert = { id: "i", plugin: "com.acme.gain", version: "1.0.0", bypass: false, mix: 1, params: {} };
const slots = (first: Strip["inserts"][number]) => [first, ...createStrip("bus", { id: "_" }).inserts.slice(1)];

describe("what is taken", () => {
  test("a session, as it is and through a file", () => {
    const session = withStrips(createStrip("channel", { id: "kick", inserts: slots({ ...insert, state: { version: 2, data: "[1]" } }) }));
    expect(parseSession(session)).toEqual({ session });
    expect(readSessionFile(writeSessionFile(session))).toEqual({ session });
  });

  test("a session of version 1, whose inserts have one setting", () => {
    const session = withStrips(createStrip("channel", { id: "kick", inserts: slots({ ...insert, params: { gain: 1 } }) }));
    expect(parseSession({ ...session, schema: 1 })).toEqual({ session });
  });

  test("a session of version 2, where plugins' own data are no text", () => {
    const state = { version: 2, data: { a: [1] } };
    const text = { version: 2, data: '{"a":[1]}' };
    const older = slots({ ...insert, state: state as never, compare: { live: "A", other: { params: {}, state: state as never } } });
    const parsed = parseSession({ ...withStrips(createStrip("channel", { id: "kick", inserts: older })), schema: 2 });
    const newer = slots({ ...insert, state: text, compare: { live: "A", other: { params: {}, state: text } } });
    expect(parsed).toEqual({ session: withStrips(createStrip("channel", { id: "kick", inserts: newer })) });
    expect(parseSession({ schema: 2, strips: { a: null, b: { inserts: [3, { state: 1 }] } } })).toHaveProperty("problems");
  });

  test("a session of version 3, which knew one way out of a strip and one pan", () => {
    const session = withStrips(createStrip("channel", { id: "kick", name: "Kick" }));
    const { solo: _, monitor: _1, vcas: _2, panLawDb: _3, ...older } = structuredClone(session);
    const added = new Set(["panMode", "dualPan", "panLawDb", "soloSafe", "delaySeconds", "sends", "slotsBeforeFader"]);
    const ofForm3 = (strip: object) => Object.fromEntries(Object.entries(strip as Record<string, unknown>).filter(([key]) => !added.has(key)));
    const strips = Object.values(older.strips).map((strip) => [strip.id, ofForm3(strip)] as const);
    expect(parseSession({ ...older, strips: Object.fromEntries(strips), schema: 3 })).toEqual({ session });
  });

  test("both settings of an insert, through a file", () => {
    const compare = { live: "B" as const, other: { params: { gain: 2 }, preset: { id: "factory/Loud", name: "Loud" } } };
    const session = withStrips(createStrip("channel", { id: "kick", inserts: slots({ ...insert, compare }) }));
    expect(readSessionFile(writeSessionFile(session))).toEqual({ session });
  });

  test("an older session, brought up to date step by step, without touching what was given", () => {
    const { name, ...rest } = createSession({ name: "Old" });
    const old = { ...rest, schema: SCHEMA_VERSION - 2, label: name };
    const given = structuredClone(old);
    const parsed = parseSession(old, {
      [SCHEMA_VERSION - 2]: ({ label, ...session }) => ({ ...session, title: label }),
      [SCHEMA_VERSION - 1]: (session) => { session.name = session.title; delete session.title; return session; },
    });
    expect(parsed).toEqual({ session: createSession({ name: "Old" }) });
    expect(old).toEqual(given);
  });
});

describe("what is refused, with a sentence", () => {
  const problems = (input: unknown) => {
    const parsed = parseSession(input);
    return "problems" in parsed ? parsed.problems : [];
  };

  test.each<[string, unknown, RegExp]>([
    ["nothing", undefined, /not a Headroom session/],
    ["something else", { hello: 1 }, /names no schema version; choose a file that Headroom exported/],
    ["no number as version", { schema: "1" }, /no whole number/],
    ["a newer session", { ...createSession(), schema: SCHEMA_VERSION + 1 }, new RegExp(`newer Headroom \\(form ${SCHEMA_VERSION + 1}; this one reads up to ${SCHEMA_VERSION}\\); update Headroom`)],
    ["an older session without a migration", { ...createSession(), schema: 0 }, /form 0, which this Headroom does not read/],
    ["a value out of range", createSession({ tempo: 5 }), /^The session has 5 as tempo; it must be at least 20\.$/],
    ["no number", createSession({ tempo: Number.NaN }), /^The session has NaN as tempo; it must be a number\.$/],
    ["a wrong type", { ...createSession(), name: 3 }, /^The session has 3 as name; it must be a string\.$/],
    ["something missing", { ...createSession(), order: undefined }, /^The session has nothing as order; it must be an array\.$/],
    ["a wrong colour", withStrips(createStrip("bus", { id: "a", color: "red" })), /has "red" as strips → a → color; it must be a colour such as #8a94a6/],
    ["a wrong kind", withStrips({ ...createStrip("bus", { id: "a" }), kind: "return" as "bus" }), /"return" as strips → a → kind; it must be "channel" or "bus" or "master"/],
    ["too few slots", withStrips(createStrip("bus", { id: "a", inserts: [] })), /a list of 0 as strips → a → inserts; it must be a list of exactly 10/],
    ["a parameter of no type", withStrips(createStrip("bus", { id: "a", inserts: slots({ ...insert, params: { x: null as unknown as number } }) })), /null as .*params → x; it must be a number, a boolean or a text/],
    ["a setting of no name", withStrips(createStrip("bus", { id: "a", inserts: slots({ ...insert, compare: { live: "C" as "A", other: { params: {} } } }) })), /"C" as .*compare → live; it must be "A" or "B"/],
    ["no master", { ...createSession(), strips: {} }, /no master/],
    ["a second master", withStrips(createStrip("master", { id: "m2", name: "Other" })), /Other is a second master/],
    ["a master routed on", { ...withStrips(createStrip("bus", { id: "a" })), strips: { ...withStrips(createStrip("bus", { id: "a" })).strips, master: createStrip("master", { id: MASTER_ID, output: "a" }) } }, /master is routed to "a"; its output must be null/],
    ["an id that is another", { ...createSession(), strips: { ...createSession().strips, x: createStrip("bus", { id: "y" }) }, order: ["x"] }, /at "x" says its id is "y"/],
    ["an output that is missing", withStrips(createStrip("channel", { id: "a", name: "A", output: "gone" })), /A is routed to "gone", which is not in the session; route it to "master"/],
    ["an output that is a channel", withStrips(createStrip("channel", { id: "a", name: "A" }), createStrip("channel", { id: "b", name: "B", output: "a" })), /B is routed to the channel A/],
    ["a loop", withStrips(createStrip("bus", { id: "a", name: "A", output: "b" }), createStrip("bus", { id: "b", name: "B", output: "a" })), /A → B → A is a loop/],
    ["an insert twice", withStrips(createStrip("bus", { id: "a", inserts: slots(insert) }), createStrip("bus", { id: "b", inserts: slots(insert) })), /insert "i" on b is there twice/],
    ["a clip without its file", withStrips(createStrip("channel", { id: "a", clips: [{ id: "c", audio: "gone", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 }] })), /plays the audio file "gone", which the session does not list/],
    ["an order with a gap", { ...withStrips(createStrip("bus", { id: "a" })), order: [] }, /lists 0 strips and the session has 1/],
    ["an order with a strip twice", { ...withStrips(createStrip("bus", { id: "a" }), createStrip("bus", { id: "b" })), order: ["a", "a"] }, /each channel and bus once/],
    ["a name that is no name in JavaScript", JSON.parse(JSON.stringify(withStrips(createStrip("bus", { id: "a", inserts: slots({ ...insert, plugin: "__proto__" }) })))), /another name than __proto__/],
  ])("%s", (_, input, message) => {
    expect(problems(input).join("\n")).toMatch(message);
  });

  test("a file that is no JSON", () => {
    expect(readSessionFile("RIFF")).toEqual({ problems: [expect.stringMatching(/it is not JSON; choose/)] });
  });

  test("many problems are told in part", () => {
    const many = withStrips(...Array.from({ length: 30 }, (_, at) => createStrip("bus", { id: `b${at}`, pan: 9 })));
    expect(problems(many)).toHaveLength(11);
    expect(problems(many).at(-1)).toBe("There are 20 more problems like these.");
  });
});
