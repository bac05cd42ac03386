import * as z from "zod/mini";
import { laneSchema } from "./automation/lane-schema.js";
import { clipSchema } from "./clip-schema.js";
import { DELAY_RANGE_SECONDS, INSERT_SLOTS, PRESET_NAME_LENGTH, SCHEMA_VERSION, TRIM_RANGE_DB } from "./limits.js";
import { markerSchema } from "./marker-schema.js";
import { sceneSchema } from "./scenes/scene-schema.js";
import { monitorSchema, panLawSchema, sendSchema, soloSchema, vcaSchema } from "./routing-schema.js";
import { colorSchema, faderDbSchema, idSchema as id, panSchema } from "./schema-parts.js";

export { clipSchema, fadeSchema } from "./clip-schema.js";
export type { Clip, Fade } from "./clip-schema.js";
export { markerSchema } from "./marker-schema.js";
export type { Marker } from "./marker-schema.js";
export {
  DELAY_RANGE_SECONDS, DIM_RANGE_DB, FADER_FLOOR_DB, FADER_MAX_DB, INSERT_SLOTS, MASTER_ID, PAN_LAWS_DB, PRESET_NAME_LENGTH,
  SCHEMA_VERSION, TRIM_RANGE_DB,
} from "./limits.js";
export { monitorSchema, panLawSchema, sendSchema, soloSchema, vcaSchema } from "./routing-schema.js";
export type { Monitor, PanLawDb, Send, SoloMode, Vca } from "./routing-schema.js";

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

/**
 * Where inserts run. `isolated`: a worker an insert. `per channel`: a worker for a strip's inserts. `per plugin`: a worker
 * for all inserts of a plugin. `inline`: in the audio thread, without the workers' delay.
 */
export const hostingSchema = z.enum(["isolated", "per channel", "per plugin", "inline"]);

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
  /** Where it runs. Left out: where the session says. */
  hosting: z.optional(hostingSchema),
  ...settingSchema.shape,
  /** Which of the two settings is live, and the other. Left out: A is live, and B is the plugin at its defaults. */
  compare: z.optional(z.object({ live: z.enum(["A", "B"]), other: settingSchema })),
});

export const stripSchema = z.object({
  id,
  kind: z.enum(["channel", "bus", "master"]),
  name: z.string().check(z.maxLength(200)),
  color: colorSchema,
  trimDb: z.number().check(z.gte(-TRIM_RANGE_DB), z.lte(TRIM_RANGE_DB)),
  /** Polarity inverted on [left, right]. */
  invert: z.tuple([z.boolean(), z.boolean()]),
  /** Left and right exchanged. */
  swap: z.boolean(),
  /** `balance`: `pan` weighs the sides against each other. `dual`: each side has a place of its own. */
  panMode: z.enum(["balance", "dual"]),
  pan: panSchema,
  /** Places of [left, right] in the mode `dual`. */
  dualPan: z.tuple([panSchema, panSchema]),
  /** `null`: the session's. */
  panLawDb: z.nullable(panLawSchema),
  /** Stereo width: 0 is mono, 1 as it is, 2 is sides doubled. */
  width: z.number().check(z.gte(0), z.lte(2)),
  faderDb: faderDbSchema,
  mute: z.boolean(),
  solo: z.boolean(),
  /** Stays on when others are soloed. */
  soloSafe: z.boolean(),
  /** How much later the strip is than the song says; below 0: earlier, for which all others wait. */
  delaySeconds: z.number().check(z.gte(-DELAY_RANGE_SECONDS), z.lte(DELAY_RANGE_SECONDS)),
  /** The strip that this one feeds; `null` feeds nothing. The master's is `null` and goes to the speakers. */
  output: z.nullable(id),
  /** Other ways out, each with a level. */
  sends: z.array(sendSchema),
  /** One entry a slot, `null` where empty. */
  inserts: z.array(z.nullable(insertSchema)).check(z.length(INSERT_SLOTS)),
  /** How many of the slots, from the first, lie before the fader; the others come after it. */
  slotsBeforeFader: z.int().check(z.gte(0), z.lte(INSERT_SLOTS)),
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
  /** By id; their order is that of their times. */
  markers: z.record(id, markerSchema),
  /** Strips by id; the master's id is `MASTER_ID`. */
  strips: z.record(id, stripSchema),
  /** Ids of channels and buses from left to right; the master is not among them. */
  order: z.array(id),
  audio: z.record(id, audioSchema),
  /** Of strips that have none of their own. */
  panLawDb: panLawSchema,
  solo: soloSchema,
  monitor: monitorSchema,
  /** Where inserts run that do not say so themselves. Left out: where the engine does. */
  hosting: z.optional(hostingSchema),
  vcas: z.record(id, vcaSchema),
  /** Pairs of strips that are meant to sound in the same place of the spectrum. Left out: none. What is no more is passed over. */
  intendedOverlaps: z.optional(z.array(z.tuple([id, id]))),
  /** Automation: each lane under its target's key, see `laneKey`. */
  lanes: z.record(z.string().check(z.maxLength(300)), laneSchema),
  /** Mixes that were stored under names, by id. Left out: none. */
  scenes: z.optional(z.record(id, sceneSchema)),
});

export type Session = z.infer<typeof sessionSchema>;
export type Strip = z.infer<typeof stripSchema>;
export type StripKind = Strip["kind"];
export type Insert = z.infer<typeof insertSchema>;
export type HostingMode = z.infer<typeof hostingSchema>;
export type Setting = z.infer<typeof settingSchema>;
export type AudioEntry = z.infer<typeof audioSchema>;
export type Loop = z.infer<typeof loopSchema>;
