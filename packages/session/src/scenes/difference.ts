import { formatQuantity } from "@headroom/sdk";
import type { Labels } from "../document/labels.js";
import { same } from "../document/share.js";
import { FADER_FLOOR_DB } from "../limits.js";

/** One thing that is not the same in two mixes. */
export interface Difference {
  /** A strip's name, a VCA's, or "Song". */
  readonly where: string;
  /** What it is: "Fader", "Parametric EQ: gain". */
  readonly what: string;
  /** How it is in the first mix, and in the second: "−3.0 dB". */
  readonly from: string;
  readonly to: string;
}

/** Labels that also know how a plugin's values are written. */
export interface ValueLabels extends Labels {
  value?(pluginId: string, parameterId: string, value: number | boolean | string): string;
}

/** For fields, what they are called and how their values are written. */
export type Written<Of> = Partial<{ readonly [Key in keyof Of]: readonly [label: string, write: (value: Of[Key]) => string] }>;

export const level = (db: number) => formatQuantity(db <= FADER_FLOOR_DB ? -Infinity : db, "dB");
export const percent = (share: number) => formatQuantity(share * 100, "%");
export const onOff = (on: boolean) => (on ? "On" : "Off");
export const side = (pan: number) => (Math.round(pan * 100) === 0 ? "C" : `${pan < 0 ? "L" : "R"} ${Math.round(Math.abs(pan) * 100)}`);
/** What is there in one mix alone. */
export const NONE = "–";

/** Fields that are not the same, written as stated. */
export function fieldDifferences<Of extends object>(where: string, from: Of, to: Of, written: Written<Of>): Difference[] {
  return (Object.keys(written) as (keyof Of)[]).flatMap((key) => {
    const form = written[key];
    if (!form || same(from[key], to[key])) return [];
    const [what, write] = form;
    return [{ where, what, from: write(from[key]), to: write(to[key]) }];
  });
}
