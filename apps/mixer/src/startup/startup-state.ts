/** How far the app is on its way to playing. */
export type StartupState =
  | { readonly phase: "engine" }
  | { readonly phase: "demo"; readonly done: number; readonly total: number }
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
      return `Rendering the demo song — ${state.done} of ${state.total} stems`;
    case "audio":
      return `Loading audio — ${state.done} of ${state.total} files`;
    default:
      return undefined;
  }
}
