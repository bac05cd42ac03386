// The smaller of zod's two faces: the same checks, and the sentences are ours anyway.
import * as z from "zod/mini";
import { FADER_FLOOR_DB, FADER_MAX_DB, INSERT_SLOTS, PRESET_NAME_LENGTH, SCHEMA_VERSION, TRIM_RANGE_DB } from "./limits.js";

export { FADER_FLOOR_DB, FADER_MAX_DB, INSERT_SLOTS, MASTER_ID, PRESET_NAME_LENGTH, SCHEMA_VERSION, TRIM_RANGE_DB } from "./limits.js";

// "__proto__" as the key of a plain object is not a key.
const id = z.string().check(
  z.minLength(1),
  z.maxLength(100),
  z.refine((value) => value !== "__proto__", "another name than __proto__"),
);
const color = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));
const parameterValue = z.union([z.number(), z.boolean(), z.string().check(z.maxLength(200))]);

/** Values of parameters by their ids; what is left out has its default. */
export const parameterValuesSchema = z.record(id, parameterValue);

export const presetNameSchema = z.string().check(z.minLength(1), z.maxLength(PRESET_NAME_LENGTH));

/** All that decides how an insert sounds. An insert has two, A and B, of which one is live. */
export const settingSchema = z.object({
  params: parameterValuesSchema,
  /** The plugin's own data beyond parameters: text that the plugin alone reads, and the version of its form. */
  state: z.optional(z.object({ version: z.int(), data: z.string() })),
  /** The preset that it was loaded from, with the name that it had then. */
  preset: z.optional(z.object({ id: z.string().check(z.minLength(1), z.maxLength(300)), name: z.string().check(z.maxLength(200)) })),
});

/** A plugin instance in a slot, with its live setting. */
export const insertSchema = z.object({
  id,
  /** The plugin's id, such as "dev.headroom.parametric-eq". */
  plugin: id,
  /** The plugin's version when it was put here. */
  version: z.string().check(z.maxLength(50)),
  bypass: z.boolean(),
  /** Share of the processed signal: 0 is dry, 1 is wet. Dry is delayed to match. */
  mix: z.number().check(z.gte(0), z.lte(1)),
  /** The strip whose output the plugin hears beside its input. Left out: silence. */
  sidechain: z.optional(id),
  ...settingSchema.shape,
  /** Which of the two settings is live, and the other. Left out: A is live, and B is the plugin at its defaults. */
  compare: z.optional(z.object({ live: z.enum(["A", "B"]), other: settingSchema })),
});

/** A stretch of an audio file on a channel. Times are seconds of the song, at any sample rate. */
export const clipSchema = z.object({
  id,
  /** Key of the session's `audio`. */
  audio: id,
  startSeconds: z.number().check(z.gte(0)),
  /** Where in the file the clip begins. */
  offsetSeconds: z.number().check(z.gte(0)),
  lengthSeconds: z.number().check(z.positive()),
  gainDb: z.number().check(z.gte(-100), z.lte(36)),
});

export const stripSchema = z.object({
  id,
  kind: z.enum(["channel", "bus", "master"]),
  name: z.string().check(z.maxLength(200)),
  color,
  trimDb: z.number().check(z.gte(-TRIM_RANGE_DB), z.lte(TRIM_RANGE_DB)),
  /** Polarity inverted on [left, right]. */
  invert: z.tuple([z.boolean(), z.boolean()]),
  /** Left and right exchanged. */
  swap: z.boolean(),
  /** −1 is left, 0 is centre, 1 is right. */
  pan: z.number().check(z.gte(-1), z.lte(1)),
  /** Stereo width: 0 is mono, 1 as it is, 2 is sides doubled. */
  width: z.number().check(z.gte(0), z.lte(2)),
  faderDb: z.number().check(z.gte(FADER_FLOOR_DB), z.lte(FADER_MAX_DB)),
  mute: z.boolean(),
  solo: z.boolean(),
  /** The strip that this one feeds; `null` feeds nothing. The master's is `null` and goes to the speakers. */
  output: z.nullable(id),
  /** One entry a slot, `null` where empty. */
  inserts: z.array(z.nullable(insertSchema)).check(z.length(INSERT_SLOTS)),
  clips: z.array(clipSchema),
});

/** An audio file in the store, described. Its key is the SHA-256 of its samples. */
export const audioSchema = z.object({
  name: z.string().check(z.maxLength(500)),
  sampleRate: z.number().check(z.positive()),
  channels: z.int().check(z.gte(1), z.lte(2)),
  frames: z.int().check(z.positive()),
});

export const loopSchema = z.object({
  enabled: z.boolean(),
  startSeconds: z.number().check(z.gte(0)),
  endSeconds: z.number().check(z.gte(0)),
});

/** The whole session as plain data: what the engine plays, what is exported, what undo restores. */
export const sessionSchema = z.object({
  schema: z.literal(SCHEMA_VERSION),
  name: z.string().check(z.maxLength(200)),
  /** Hz; audio is resampled to it when it is added. */
  sampleRate: z.int().check(z.gte(8000), z.lte(384_000)),
  /** Beats a minute. */
  tempo: z.number().check(z.gte(20), z.lte(400)),
  loop: loopSchema,
  /** Strips by id; the master's id is `MASTER_ID`. */
  strips: z.record(id, stripSchema),
  /** Ids of channels and buses from left to right; the master is not among them. */
  order: z.array(id),
  audio: z.record(id, audioSchema),
});

export type Session = z.infer<typeof sessionSchema>;
export type Strip = z.infer<typeof stripSchema>;
export type StripKind = Strip["kind"];
export type Insert = z.infer<typeof insertSchema>;
export type Setting = z.infer<typeof settingSchema>;
export type Clip = z.infer<typeof clipSchema>;
export type AudioEntry = z.infer<typeof audioSchema>;
export type Loop = z.infer<typeof loopSchema>;
