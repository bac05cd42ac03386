import { lazy, Suspense, useEffect, useState } from "react";
import { useObservable } from "../state/observable.js";
import { useRuntime } from "./runtime.js";

const Overlays = lazy(async () => ({ default: (await import("./Overlays.js")).Overlays }));

/** Menus and dialogs. Their code is no part of the first load: it comes once the mixer plays, or with the first touch or key. */
export function OverlayLayer() {
  const { phase } = useObservable(useRuntime().startup);
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    const touched = () => {
      setTouched(true);
      ended.abort();
    };
    for (const type of ["pointerdown", "keydown"]) addEventListener(type, touched, { capture: true, signal: ended.signal });
    return () => ended.abort();
  }, []);
  if (!isTouched && phase !== "ready" && phase !== "silent") return null;
  return (
    <Suspense fallback={null}>
      <Overlays />
    </Suspense>
  );
}
