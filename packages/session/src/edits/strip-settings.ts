import * as z from "zod/mini";
import { stripSchema, type Strip } from "../schema.js";
import { nameOf } from "./editor.js";

/** What can be set on a strip. Inserts, clips and sends have edits of their own. */
export type StripSettings = Omit<Strip, "id" | "kind" | "inserts" | "clips" | "sends">;

/** Checks {@link StripSettings}. */
export const settingsSchema = z.partial(z.omit(stripSchema, { id: true, kind: true, inserts: true, clips: true, sends: true }));

const SETTING_LABELS: Readonly<Record<keyof StripSettings, string>> = {
  name: "name", color: "colour", trimDb: "trim", invert: "polarity", swap: "left–right swap", pan: "pan",
  panMode: "pan mode", dualPan: "pan", panLawDb: "pan law", width: "width", faderDb: "fader", mute: "mute", solo: "solo",
  soloSafe: "solo safe", delaySeconds: "delay", output: "output", slotsBeforeFader: "place of the fader",
};

/** What setting these is called in the list of undo steps. */
export function stepName(strip: Strip, settings: Partial<StripSettings>): string {
  const [key, ...more] = Object.keys(settings) as (keyof StripSettings)[];
  if (!key || more.length > 0) return `Change ${nameOf(strip)}`;
  if (key === "mute" || key === "solo") return `${settings[key] ? "" : "Un"}${key} ${nameOf(strip)}`.replace(/^./, (first) => first.toUpperCase());
  return `Change ${SETTING_LABELS[key]} of ${nameOf(strip)}`;
}
