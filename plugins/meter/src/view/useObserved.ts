import type { ReadoutHandle } from "@headroom/sdk/view";
import { useEffect } from "react";

/** Tells the processor that somebody looks at all of these. */
export function useObserved(readouts: Readonly<Record<string, ReadoutHandle>>): void {
  useEffect(() => {
    const undo = Object.values(readouts).map((readout) => readout.observe());
    return () => {
      for (const each of undo) each();
    };
  }, [readouts]);
}
