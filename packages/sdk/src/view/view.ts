import type { ParameterSpec, ParameterSpecs, ValueOf } from "../params/spec.js";
import type { ReadoutSpecs } from "../readouts/spec.js";

/** One parameter as a view holds it. `@mainThread` */
export interface ParameterHandle<Value = unknown> {
  /** As the plugin states it. */
  readonly id: string;
  /** The statement: range, unit, label. */
  readonly spec: ParameterSpec;
  /** The value now. */
  get(): Value;
  /** The value's number: itself, an option's index, 1 or 0. */
  number(): number;
  /** Starts a gesture: everything until {@link end} is one undo step. */
  begin(): void;
  /** Sets the value; outside a gesture it is one of its own. Heard at once. */
  set(value: Value): void;
  /** As {@link set}, by number. */
  setNumber(number: number): void;
  /** Ends the gesture. */
  end(): void;
  /** Calls back after every change, whoever made it. @returns the undo. */
  subscribe(listener: () => void): () => void;
}

/** One readout as a view holds it. `@mainThread` */
export interface ReadoutHandle {
  /** The numbers as last published, copied into the same array at every call. */
  read(): Float32Array;
  /** Tells the processor that somebody looks (for series). @returns the undo. */
  observe(): () => void;
}

/** The host's colours; a view follows them. */
export type Theme = "dark" | "light";

/** All that a view may touch: its own parameters and readouts, the theme, its size. `@mainThread` */
export interface ViewHost<Params extends ParameterSpecs = ParameterSpecs, Readouts extends ReadoutSpecs = ReadoutSpecs> {
  /** A handle for each parameter, by id. */
  readonly params: { readonly [Id in keyof Params]: ParameterHandle<ValueOf<Params[Id]>> };
  /** A handle for each readout, by id. */
  readonly readouts: { readonly [Id in keyof Readouts]: ReadoutHandle };
  /** Hz. */
  readonly sampleRate: number;
  /** Now. */
  readonly theme: Theme;
  /** Calls back when the theme changes. @returns the undo. */
  subscribeTheme(listener: (theme: Theme) => void): () => void;
  /** Asks for another size, in CSS pixels; a host may give less, or none. */
  requestSize?(size: ViewSize): void;
}

/** A size in CSS pixels. */
export interface ViewSize {
  /** From left to right. */
  readonly width: number;
  /** From top to bottom. */
  readonly height: number;
}

/** `HTMLElement` where the DOM's types are known; plugin definitions are also compiled for realms that have none. */
export type MountElement = typeof globalThis extends { HTMLElement: { prototype: infer Element } } ? Element : never;

/** A plugin's UI. Framework-free: it draws into the element that it is given. `@mainThread` */
export interface View<Params extends ParameterSpecs = ParameterSpecs, Readouts extends ReadoutSpecs = ReadoutSpecs> {
  /** Size in CSS pixels that the view asks for. */
  readonly size: ViewSize;
  /** Draws the UI. @returns the undo, after which nothing of the view may run. */
  mount(element: MountElement, host: ViewHost<Params, Readouts>): () => void;
}
