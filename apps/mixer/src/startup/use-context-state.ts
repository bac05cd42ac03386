import { useEffect, useState } from "react";
import { useRuntime } from "../app/runtime.js";

/** What the browser says of its audio output. */
export interface ContextState {
  readonly state: AudioContextState;
  /** Whether there is nothing to play to. */
  readonly noDevice: boolean;
}

/** The audio context's state and whether it has a device, as they change. */
export function useContextState(): ContextState {
  const { context } = useRuntime();
  const [state, setState] = useState<ContextState>({ state: context.state, noDevice: false });
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const update = () => setState((now) => ({ ...now, state: context.state }));
    const lookForDevices = async () => {
      const devices = await navigator.mediaDevices.enumerateDevices().catch(() => undefined);
      if (signal.aborted || !devices) return;
      // Without permission a browser lists outputs by kind alone, or none at all although there are some:
      // only an error of the context itself proves that there is nothing to play to.
      if (devices.some(({ kind }) => kind === "audiooutput")) setState((now) => ({ ...now, noDevice: false }));
    };
    context.addEventListener("statechange", update, { signal });
    context.addEventListener("error", () => setState((now) => ({ ...now, noDevice: true })), { signal });
    navigator.mediaDevices.addEventListener("devicechange", () => void lookForDevices(), { signal });
    return () => ended.abort();
  }, [context]);
  return state;
}
