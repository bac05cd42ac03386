import type { Runtime } from "./runtime.js";

/** Something that can be done from anywhere: the command palette lists it. */
export interface Command {
  readonly what: string;
  /** Its key as people read it, where it has one. */
  readonly keys?: string;
  readonly run: (runtime: Runtime) => void;
}

/** A command with a key that works everywhere but in text fields. */
export interface Shortcut extends Command {
  readonly keys: string;
  readonly matches: (event: KeyboardEvent) => boolean;
}

/** Matches a key alone. */
export const plain = (key: string) => (event: KeyboardEvent) => event.key.toLowerCase() === key && !event.ctrlKey && !event.metaKey && !event.altKey;
/** Matches a key with Ctrl or Command. */
export const command = (key: string, shift: boolean) => (event: KeyboardEvent) =>
  event.key.toLowerCase() === key && (event.ctrlKey || event.metaKey) && !event.altKey && event.shiftKey === shift;
