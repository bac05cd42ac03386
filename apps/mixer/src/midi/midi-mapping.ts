import { Observable } from "../state/observable.js";
import { ENCODINGS, type Encoding } from "./encoder.js";

/** A control of the mixer that a controller on a MIDI device moves. */
export interface MidiMapping {
  /** Strip, VCA, send or insert that the control belongs to. */
  readonly owner: string;
  /** The control's name there. */
  readonly control: string;
  /** As people read it: "Fader of Bass". */
  readonly name: string;
  /** The device's name: it is found again by it wherever it is plugged in. */
  readonly device: string;
  /** 0…15. */
  readonly channel: number;
  /** As in `ControlChange`. */
  readonly controller: number;
  readonly encoding: Encoding;
}

const KEY = "headroom.midi-mappings";

/** All mappings, the newest last. Stored in this browser: they belong to the desk, not to the song. */
export const midiMappings = new Observable<readonly MidiMapping[]>(storedMappings());

/** Adds a mapping. A controller moves one control, and a control follows one controller: what was there before goes. */
export function addMapping(mapping: MidiMapping): void {
  keep([...midiMappings.value.filter((one) => !isSameControl(one, mapping) && !isSameController(one, mapping)), mapping]);
}

export function setEncoding(mapping: MidiMapping, encoding: Encoding): void {
  keep(midiMappings.value.map((one) => (one === mapping ? { ...one, encoding } : one)));
}

export function removeMapping(mapping: MidiMapping): void {
  keep(midiMappings.value.filter((one) => one !== mapping));
}

/** The mapping of a control, if it has one. */
export function mappingOf(place: Pick<MidiMapping, "owner" | "control">): MidiMapping | undefined {
  return midiMappings.value.find((one) => isSameControl(one, place));
}

function isSameControl(a: Pick<MidiMapping, "owner" | "control">, b: Pick<MidiMapping, "owner" | "control">): boolean {
  return a.owner === b.owner && a.control === b.control;
}

function isSameController(a: MidiMapping, b: MidiMapping): boolean {
  return a.device === b.device && a.channel === b.channel && a.controller === b.controller;
}

function keep(mappings: readonly MidiMapping[]): void {
  midiMappings.set(mappings);
  try {
    localStorage.setItem(KEY, JSON.stringify(mappings));
  } catch {
    // A browser that keeps nothing for this page keeps them until it closes.
  }
}

function storedMappings(): readonly MidiMapping[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isMapping) : [];
  } catch {
    return [];
  }
}

function isMapping(value: unknown): value is MidiMapping {
  const { owner, control, name, device, channel, controller, encoding } = (value ?? {}) as Record<string, unknown>;
  return [owner, control, name, device].every((text) => typeof text === "string") && Number.isInteger(channel) && Number.isInteger(controller) && typeof encoding === "string" && Object.hasOwn(ENCODINGS, encoding);
}
