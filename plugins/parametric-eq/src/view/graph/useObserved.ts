import type { ReadoutHandle } from "@headroom/sdk/view";
import { useEffect } from "react";

/** Has a series computed while it is wanted. */
export function useObserved(readout: ReadoutHandle, isWanted: boolean): void {
  useEffect(() => (isWanted ? readout.observe() : undefined), [readout, isWanted]);
}
