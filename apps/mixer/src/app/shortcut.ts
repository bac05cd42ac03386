import type { Runtime } from "./runtime.js";

/** A key that works everywhere but in text fields. */
export interface Shortcut {
  /** As people read it. */
  readonly keys: string;
  readonly what: string;
  readonly matches: (event: KeyboardEvent) => boolean;
  readonly run: (runtime: Runtime) => void;
}

/** Matches a key alone. */
export const plain = (key: string) => (event: KeyboardEvent) => event.key.toLowerCase() === key && !event.ctrlKey && !event.metaKey && !event.altKey;
/** Matches a key with Ctrl or Command. */
export const command = (key: string, shift: boolean) => (event: KeyboardEvent) =>
  event.key.toLowerCase() === key && (event.ctrlKey || event.metaKey) && !event.altKey && event.shiftKey === shift;
