import type { StripControl } from "@headroom/engine";
import { decibels, percent, type NumberSpec } from "@headroom/sdk";
import { FADER_FLOOR_DB, FADER_MAX_DB, TRIM_RANGE_DB, type Strip, type StripSettings } from "@headroom/session";

/** A continuous control of a strip as a parameter, so that the same knobs and faders serve strips and plugins. */
export interface StripControlForm {
  readonly spec: NumberSpec;
  /** The control's number for each unit of what session and engine hold: people read and type percent. */
  readonly scale: number;
  /** In the session's unit. */
  readonly read: (strip: Strip) => number;
  /** @param value - in the session's unit. */
  readonly write: (value: number, strip: Strip) => Partial<StripSettings>;
  /** What moves at once with each step of a gesture. */
  readonly heard: StripControl;
}

const PAN = { min: -100, max: 100 } as const;
const FADER = { min: FADER_FLOOR_DB, max: FADER_MAX_DB, default: 0, taper: "fader" } as const;

export const STRIP_CONTROLS = {
  trimDb: own("trimDb", decibels({ label: "Trim", min: -TRIM_RANGE_DB, max: TRIM_RANGE_DB, default: 0 })),
  pan: own("pan", percent({ label: "Pan", ...PAN, default: 0 }), 100),
  panLeft: dualPan(0, percent({ label: "Left", ...PAN, default: -100 })),
  panRight: dualPan(1, percent({ label: "Right", ...PAN, default: 100 })),
  width: own("width", percent({ label: "Width", min: 0, max: 200, default: 100 }), 100),
  faderDb: own("faderDb", decibels({ label: "Fader", ...FADER })),
} satisfies Readonly<Record<string, StripControlForm>>;

export type StripControlName = keyof typeof STRIP_CONTROLS;

/** A send's controls; the scale is as in {@link StripControlForm}. */
export const SEND_CONTROLS = {
  levelDb: { spec: decibels({ label: "Level", ...FADER }), scale: 1 },
  pan: { spec: percent({ label: "Pan", ...PAN, default: 0 }), scale: 100 },
};

export type SendControlName = keyof typeof SEND_CONTROLS;

/** How loud the monitor is. */
export const MONITOR_LEVEL = decibels({ label: "Monitor", ...FADER });

/** An insert's mix, in percent of the processed signal. */
export const INSERT_MIX = percent({ label: "Mix", min: 0, max: 100, default: 100 });

/** Pan as people write it: "C", "L 30", "R 100". @param panPercent - −100 is left. */
export function panText(panPercent: number): string {
  const share = Math.round(Math.abs(panPercent));
  return share === 0 ? "C" : `${panPercent < 0 ? "L" : "R"} ${share}`;
}

/** A control that session and engine hold under the same name. */
function own(name: "trimDb" | "pan" | "width" | "faderDb", spec: NumberSpec, scale = 1): StripControlForm {
  return { spec, scale, heard: name, read: (strip) => strip[name], write: (value) => ({ [name]: value }) };
}

function dualPan(side: 0 | 1, spec: NumberSpec): StripControlForm {
  return {
    spec,
    scale: 100,
    heard: side === 0 ? "panLeft" : "panRight",
    read: (strip) => strip.dualPan[side],
    write: (value, { dualPan: [left, right] }) => ({ dualPan: side === 0 ? [value, right] : [left, value] }),
  };
}
