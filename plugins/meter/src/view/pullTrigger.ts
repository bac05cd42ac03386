import type { ParameterHandle } from "@headroom/sdk/view";

/** Long enough for the trigger to be heard in a block of its own, whatever the hop. */
const TRIGGER_MS = 120;

/** Turns a trigger on and off again. Both turns are one gesture that changes nothing, so there is nothing to undo. */
export function pullTrigger(trigger: ParameterHandle<boolean>): void {
  if (trigger.get()) return;
  trigger.begin();
  trigger.set(true);
  setTimeout(() => {
    trigger.set(false);
    trigger.end();
  }, TRIGGER_MS);
}
