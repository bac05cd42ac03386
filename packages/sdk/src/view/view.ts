import type { ParameterSpec, ParameterSpecs, ValueOf } from "../params/spec.js";
import type { ReadoutSpecs } from "../readouts/spec.js";

/** One parameter as a view holds it. `@mainThread` */
export interface ParameterHandle<Value = unknown> {
  readonly id: string;
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

export type Theme = "dark" | "light";

/** All that a view may touch: its own parameters and readouts, the theme, its size. */
export interface ViewHost<Params extends ParameterSpecs = ParameterSpecs, Readouts extends ReadoutSpecs = ReadoutSpecs> {
  readonly params: { readonly [Id in keyof Params]: ParameterHandle<ValueOf<Params[Id]>> };
  readonly readouts: { readonly [Id in keyof Readouts]: ReadoutHandle };
  /** Hz. */
  readonly sampleRate: number;
  readonly theme: Theme;
  subscribeTheme(listener: (theme: Theme) => void): () => void;
  /** Asks for another size, in CSS pixels; a host may give less, or none. */
  requestSize?(size: { readonly width: number; readonly height: number }): void;
}

/** `HTMLElement` where the DOM's types are known; plugin definitions are also compiled for realms that have none. */
export type MountElement = typeof globalThis extends { HTMLElement: { prototype: infer Element } } ? Element : never;

/** A plugin's UI. Framework-free: it draws into the element that it is given. `@mainThread` */
export interface View<Params extends ParameterSpecs = ParameterSpecs, Readouts extends ReadoutSpecs = ReadoutSpecs> {
  /** Size in CSS pixels that the view asks for. */
  readonly size: { readonly width: number; readonly height: number };
  /** Draws the UI. @returns the undo, after which nothing of the view may run. */
  mount(element: MountElement, host: ViewHost<Params, Readouts>): () => void;
}
