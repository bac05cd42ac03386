import { laneKey, type LaneTarget } from "@headroom/session";
import { useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { shownLanes } from "./shown-lanes.js";
import { type TargetForm, targetForm } from "./target-form.js";
import "./automation.css";

interface ShownLane {
  readonly key: string;
  readonly target: LaneTarget;
  readonly form: TargetForm;
}

/** The lanes that are shown of what is there, by the strip that they stand below. */
export function useShownLanes(): ReadonlyMap<string, readonly ShownLane[]> {
  const { plugins } = useRuntime();
  const shown = useObservable(shownLanes);
  // The plugins' statements come one by one as they load.
  const descriptors = useObservable(plugins.descriptors);
  const strips = useSession((session) => session.strips);
  const session = useSession((now) => now);
  return useMemo(() => {
    const lanes = new Map<string, ShownLane[]>();
    const byId = new Map(descriptors.map((descriptor) => [descriptor.id, descriptor]));
    for (const target of shown) {
      const form = targetForm({ ...session, strips }, (id) => byId.get(id), target);
      if (form) lanes.set(form.stripId, [...(lanes.get(form.stripId) ?? []), { key: laneKey(target), target, form }]);
    }
    return lanes;
  }, [shown, descriptors, strips, session]);
}
