import { Observable } from "../../state/observable.js";
import { showInMixPanel } from "../panel/mix-panel-state.js";
import { GUIDE_STEPS } from "./guide-steps.js";

/** Index of the guide's step; `undefined` while nobody is guided. */
export const guide = new Observable<number | undefined>(undefined);

/** Goes to a step and opens the place that it speaks of. */
export function goToGuideStep(index: number): void {
  const step = GUIDE_STEPS[index];
  if (!step) return;
  guide.set(index);
  showInMixPanel(step.place);
}

export function startGuide(): void {
  goToGuideStep(0);
}

export function leaveGuide(): void {
  guide.set(undefined);
}
