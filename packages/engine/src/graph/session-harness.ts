import { createSend, createSession, createStrip, createVca, emptySlots, FADER_FLOOR_DB, MASTER_ID, PAN_LAWS_DB, type Session, type Strip } from "@headroom/session";
import fc from "fast-check";

/** A session with the latency in frames of each of its inserts. */
export interface AnySession {
  readonly session: Session;
  readonly latencies: ReadonlyMap<string, number>;
}

/** Seconds that clips of these sessions lie within. */
export const SONG_SECONDS = 0.05;
export const AUDIO_KEYS = ["one", "two"] as const;

const seconds = fc.double({ min: 0, max: SONG_SECONDS, noNaN: true });
const clip = fc.record({
  audio: fc.constantFrom<string>(...AUDIO_KEYS, "not there"),
  startSeconds: seconds,
  offsetSeconds: seconds,
  lengthSeconds: fc.double({ min: 1e-4, max: SONG_SECONDS, noNaN: true }),
  gainDb: fc.constantFrom(0, -6.5),
});

const place = fc.oneof(fc.constantFrom(-1, 0, 1), fc.double({ min: -1, max: 1, noNaN: true }));
const level = fc.oneof(fc.constantFrom(0, FADER_FLOOR_DB), fc.double({ min: -40, max: 3, noNaN: true }));
/** Most frames by which a strip of these sessions is later or earlier than the song, at 48 kHz. */
export const MOST_OFFSET = 200;

const send = fc.record({ preFader: fc.boolean(), levelDb: level, pan: place, mute: fc.boolean(), feeds: fc.nat() });

const fields = fc.record({
  trimDb: fc.double({ min: -24, max: 6, noNaN: true }),
  invert: fc.tuple(fc.boolean(), fc.boolean()),
  swap: fc.boolean(),
  panMode: fc.constantFrom("balance", "balance", "dual"),
  pan: place,
  dualPan: fc.tuple(place, place),
  panLawDb: fc.option(fc.constantFrom(...PAN_LAWS_DB)),
  width: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 2, noNaN: true })),
  faderDb: level,
  mute: fc.boolean(),
  solo: fc.boolean(),
  soloSafe: fc.boolean(),
  delaySeconds: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: -MOST_OFFSET, max: MOST_OFFSET }).map((frames) => frames / 48_000)),
  slotsBeforeFader: fc.constantFrom(0, 1, 2, 10, 10),
});

const strip = fc.record({
  fields,
  clips: fc.array(clip, { maxLength: 3 }),
  /** Latency of each filled slot. */
  inserts: fc.array(fc.constantFrom(0, 0, 1, 64, 127, 128, 300), { maxLength: 3 }),
  /** Which of the strips further up each slot hears as its sidechain, if any. */
  keys: fc.tuple(...Array.from({ length: 3 }, () => fc.option(fc.nat(), { nil: undefined, freq: 3 }))),
  /** Which of the strips further down it feeds. */
  feeds: fc.nat(),
  sends: fc.array(send, { maxLength: 2 }),
});
type Draft = typeof strip extends fc.Arbitrary<infer T> ? T : never;

const vca = fc.record({ faderDb: level, mute: fc.integer({ max: 3, min: 0 }).map((n) => n === 0), solo: fc.integer({ max: 3, min: 0 }).map((n) => n === 0), members: fc.array(fc.nat(), { maxLength: 3 }) });

const session = fc.record({
  panLawDb: fc.constantFrom(...PAN_LAWS_DB),
  solo: fc.record({ listen: fc.constantFrom("in place", "in place", "pre fader", "after fader"), exclusive: fc.boolean(), sources: fc.boolean(), sends: fc.boolean() }),
});

/**
 * Any sound session: channels and nested buses in any order on screen, with sends and nested VCAs, some that feed nothing,
 * no circle.
 */
export const anySession: fc.Arbitrary<AnySession> = fc
  .record({
    channels: fc.array(strip, { minLength: 1, maxLength: 6 }),
    buses: fc.array(strip, { maxLength: 5 }),
    master: strip,
    vcas: fc.array(vca, { maxLength: 3 }),
    whole: session,
    places: fc.array(fc.nat(), { minLength: 11, maxLength: 11 }),
  })
  .map(({ channels, buses, master, vcas, whole, places }) => {
    const latencies = new Map<string, number>();
    const all = [...channels.map((_, i) => `c${i}`), ...buses.map((_, i) => `b${i}`), MASTER_ID];
    const outputs = [...buses.map((_, i) => `b${i}`), MASTER_ID];
    const make = (kind: Strip["kind"], id: string, draft: Draft, below: readonly string[]): Strip => {
      const above = all.slice(0, all.indexOf(id));
      const inserts = draft.inserts.map((latency, i) => {
        latencies.set(`${id}-${i}`, latency);
        const key = draft.keys[i];
        const sidechain = key === undefined ? undefined : above[key % above.length];
        const plugin = `${sidechain === undefined ? "delay" : "key"}${latency}`;
        return { id: `${id}-${i}`, plugin, version: "1.0.0", bypass: false, mix: 1, params: {}, ...(sidechain !== undefined && { sidechain }) };
      });
      return createStrip(kind, {
        id,
        name: id.toUpperCase(),
        ...draft.fields,
        inserts: [...inserts, ...emptySlots().slice(inserts.length)],
        clips: kind === "channel" ? draft.clips.map((entry, i) => ({ id: `${id}-${i}`, ...entry })) : [],
        sends: below.length === 0 ? [] : draft.sends.map(({ feeds, ...entry }, i) => createSend(below[feeds % below.length] ?? MASTER_ID, { id: `${id}>${i}`, ...entry })),
        output: kind === "master" ? null : ([...below, null][draft.feeds % (below.length + 1)] ?? null),
      });
    };
    const strips = [
      ...channels.map((draft, i) => make("channel", `c${i}`, draft, outputs)),
      ...buses.map((draft, i) => make("bus", `b${i}`, draft, outputs.slice(i + 1))),
    ];
    const order = strips.map(({ id }, i) => ({ id, place: places[i] ?? 0 })).sort((a, b) => a.place - b.place);
    const made = [...strips, make("master", MASTER_ID, { ...master, fields: { ...master.fields, solo: false } }, [])];
    // A VCA may hold those before it.
    const held = (i: number) => [...made.map(({ id }) => id), ...vcas.slice(0, i).map((_, other) => `v${other}`)];
    const groups = vcas.map(({ members, ...entry }, i) => createVca({ id: `v${i}`, ...entry, members: [...new Set(members.map((n) => held(i)[n % held(i).length] ?? MASTER_ID))].sort() }));
    const session = createSession({ ...whole, vcas: Object.fromEntries(groups.map((group) => [group.id, group])), strips: Object.fromEntries(made.map((one) => [one.id, one])), order: order.map(({ id }) => id) });
    return { session, latencies };
  });

/** A row for every strip, as the engine's tables would give. */
export function rowsOf(session: Session): Map<string, number> {
  return new Map(Object.keys(session.strips).map((id, row) => [id, row]));
}
