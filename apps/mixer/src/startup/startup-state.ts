/** A stem of the demo song on its way. */
export interface StemProgress {
  readonly name: string;
  readonly color: string;
  readonly isDone: boolean;
}

/** How far the app is on its way to playing. */
export type StartupState =
  | { readonly phase: "engine" }
  | { readonly phase: "demo"; readonly stems: readonly StemProgress[] }
  | { readonly phase: "audio"; readonly done: number; readonly total: number }
  | { readonly phase: "ready" }
  /** The mixer is there but cannot sound. `reason` is a sentence. */
  | { readonly phase: "silent"; readonly reason: string };

/** What the person reads meanwhile; `undefined` when there is nothing to wait for. */
export function startupText(state: StartupState): string | undefined {
  switch (state.phase) {
    case "engine":
      return "Starting the audio engine";
    case "demo":
      return `Rendering the demo song — ${stemsDone(state.stems)} of ${state.stems.length} stems`;
    case "audio":
      return `Loading audio — ${state.done} of ${state.total} files`;
    default:
      return undefined;
  }
}

/** How many stems are there. */
export function stemsDone(stems: readonly StemProgress[]): number {
  return stems.filter(({ isDone }) => isDone).length;
}
