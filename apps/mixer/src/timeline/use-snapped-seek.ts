import { useCallback } from "react";
import { useRuntime } from "../app/runtime.js";
import { gridSeconds, snapTo } from "./grid.js";
import { timelineSettings } from "./timeline-settings.js";
import { timeView } from "./time-view.js";

/** Puts the playhead where a pointer is, on the grid; with Shift just there. */
export function useSnappedSeek(): (event: { readonly clientX: number; readonly shiftKey: boolean }) => void {
  const { transport, document } = useRuntime();
  return useCallback(
    ({ clientX, shiftKey }) => {
      const grid = shiftKey ? 0 : gridSeconds(timelineSettings.value.snap, document.snapshot().tempo);
      transport.seek(snapTo(timeView.secondsAt(clientX), grid));
    },
    [transport, document],
  );
}
