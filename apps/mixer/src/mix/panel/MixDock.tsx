import { lazy, Suspense } from "react";
import { useObservable } from "../../state/observable.js";
import { mixPanel } from "./mix-panel-state.js";

const MixPanel = lazy(async () => ({ default: (await import("./MixPanel.js")).MixPanel }));

/** The mix panel beside the strips, while it is open. Its code is fetched when it opens for the first time. */
export function MixDock() {
  const { open } = useObservable(mixPanel);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <MixPanel />
    </Suspense>
  );
}
