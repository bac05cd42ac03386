import type { ParameterHandle } from "@headroom/sdk/view";
import { useParameter } from "@headroom/ui";
import { useEffect } from "react";

/** Whether the processor listens, and what starts and stops it. */
export interface Listening {
  readonly isOn: boolean;
  readonly start: () => void;
  readonly stop: () => void;
}

/**
 * Listening as one gesture from start to stop: at its end the parameter is what it was, so that there is nothing to
 * undo and nothing to save. It ends with the view.
 */
export function useListening(handle: ParameterHandle<boolean>): Listening {
  const { number } = useParameter(handle);
  useEffect(() => () => stop(handle), [handle]);
  return {
    isOn: number >= 0.5,
    start: () => {
      handle.begin();
      handle.set(true);
    },
    stop: () => stop(handle),
  };
}

function stop(handle: ParameterHandle<boolean>): void {
  if (!handle.get()) return;
  handle.set(false);
  handle.end();
}
