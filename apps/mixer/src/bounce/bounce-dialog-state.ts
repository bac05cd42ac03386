import { Observable } from "../state/observable.js";

/** Whether the bounce dialog is open. */
export const bounceOpen = new Observable(false);

export function openBounce(): void {
  bounceOpen.set(true);
}
