import { show, typeName } from "../show.js";

/** What {@link StateData} may hold: what JSON can say. */
export type StateValue = null | boolean | number | string | readonly StateValue[] | { readonly [key: string]: StateValue };

/** A processor's own data: plain, by name. */
export type StateData = Readonly<Record<string, StateValue>>;

/** The form of a processor's own data, and the way from older forms to it. */
export interface StateSpec {
  /** Raised by one whenever the form changes. 1 where nothing is stated. */
  readonly version: number;
  /**
   * `migrate[n]` turns data of version n into data of version n + 1. It may change its argument, and throw where that
   * makes no sense: then the insert runs as it was made, and what was saved is kept. Runs in the plugin's worker.
   */
  readonly migrate?: Readonly<Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>;
}

/** A processor's own data as hosts and sessions keep them: as text, so that nothing of a plugin is read outside its sandbox. */
export interface SavedState {
  /** Of the form. */
  readonly version: number;
  /** JSON. */
  readonly data: string;
}

/** Longest text of a processor's own data. */
export const MOST_STATE_LETTERS = 1_048_576;

/** The version of a plugin's own data now. `@anyThread` */
export function stateVersion(spec: StateSpec | undefined): number {
  return spec?.version ?? 1;
}

/**
 * What a processor's `save` gave, for keeping. `@anyThread`
 * @throws RangeError that says what is wrong with it, as the end of a sentence.
 */
export function writeState(data: unknown, spec: StateSpec | undefined): SavedState {
  if (!isRecord(data)) throw new RangeError(`save() gave ${data === undefined ? "nothing" : show(data)}; it must give an object of plain data`);
  const text = JSON.stringify(data);
  checkLength(text);
  return { version: stateVersion(spec), data: text };
}

/**
 * Kept data for a processor's `restore`, brought up to date step by step. `@anyThread`
 * @throws RangeError that says why they cannot be read, as the end of a sentence.
 */
export function readState(saved: SavedState, spec: StateSpec | undefined): Record<string, unknown> {
  const newest = stateVersion(spec);
  if (saved.version > newest) throw new RangeError(newerState(saved.version, newest));
  checkLength(saved.data);
  let data: unknown;
  try {
    data = JSON.parse(saved.data);
  } catch {
    throw new RangeError("they are damaged: no JSON");
  }
  for (let version = saved.version; version < newest; version++) {
    const step = spec?.migrate?.[version];
    if (step === undefined) throw new RangeError(`they have version ${saved.version}, and the plugin has no step from version ${version} to ${version + 1}`);
    data = step(record(data, version));
  }
  return record(data, newest);
}

/** The end of a sentence about data that a newer plugin saved. `@anyThread` */
export function newerState(version: number, newest: number): string {
  return `a newer version of the plugin saved them (form ${version}; this one reads up to ${newest}); update the plugin`;
}

function record(data: unknown, version: number): Record<string, unknown> {
  if (isRecord(data)) return data;
  throw new RangeError(`in form ${version} they are ${typeName(data)}, and must be an object`);
}

function checkLength({ length }: string): void {
  if (length > MOST_STATE_LETTERS) {
    throw new RangeError(`they are ${length.toLocaleString("en")} letters long, and ${MOST_STATE_LETTERS.toLocaleString("en")} is the most; keep audio and pictures out of them`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
