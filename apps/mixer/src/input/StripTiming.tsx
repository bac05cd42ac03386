import type { Strip } from "@headroom/session";
import { useCallback, useSyncExternalStore } from "react";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { timingText } from "./strip-timing.js";

/** What a strip's inserts take, and in its tooltip all that places it in time, by the plan in use. */
export function StripTiming({ strip }: { readonly strip: Strip }) {
  const { engine: current } = useRuntime();
  const engine = useObservable(current);
  const subscribe = useCallback((listener: () => void) => engine?.subscribe(listener) ?? (() => undefined), [engine]);
  const read = (part: "short" | "long") => {
    const delays = engine?.stripDelays(strip.id);
    return engine && delays ? timingText(delays, engine.status().sampleRate)[part] : "";
  };
  const short = useSyncExternalStore(subscribe, () => read("short"));
  const long = useSyncExternalStore(subscribe, () => read("long"));
  return (
    <p className="input-timing" title={long}>
      <span aria-hidden="true">{short}</span>
      <span className="hr-hidden">{long}</span>
    </p>
  );
}
