import type { ParameterHandle } from "@headroom/sdk/view";

/** A control on the page, for a host that offers more for every one of them: a menu, a remote control. */
export interface AttachedControl {
  readonly element: HTMLElement;
  readonly handle: ParameterHandle;
  /** Accessible name. */
  readonly name: string;
  /** How a number of it reads. */
  readonly format: (number: number) => string;
}

const controls = new WeakMap<Element, AttachedControl>();

/** Makes a control known for as long as it is there. @returns the undo. */
export function registerControl(control: AttachedControl): () => void {
  controls.set(control.element, control);
  return () => void controls.delete(control.element);
}

/** The control that an element is or belongs to: a knob, a fader, a value in a box, or the text below one. `@mainThread` */
export function controlAt(target: Element): AttachedControl | undefined {
  const own = target.closest(".hr-slider") ?? target.closest(".hr-value")?.closest(".hr-control")?.querySelector(".hr-slider");
  return own ? controls.get(own) : undefined;
}
