import { formatParameter } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { parameterName } from "./parameterName.js";

interface Description {
  readonly name?: string;
  readonly role?: "slider" | "spinbutton";
  readonly draw?: (number: number) => void;
  readonly format?: (number: number) => string;
}

/** Keeps an element's role, range, value and text in step with a parameter. @returns the undo. */
export function describeSlider(element: HTMLElement, handle: ParameterHandle, description: Description): () => void {
  const { spec } = handle;
  const isList = spec.kind === "choice" || spec.kind === "toggle";
  const role = description.role ?? "slider";
  element.tabIndex = 0;
  element.setAttribute("role", role);
  element.setAttribute("aria-label", description.name ?? parameterName(handle));
  if (role === "slider") element.setAttribute("aria-orientation", "vertical");
  element.setAttribute("aria-valuemin", String(isList ? 0 : spec.min));
  element.setAttribute("aria-valuemax", String(isList ? (spec.kind === "choice" ? spec.options.length - 1 : 1) : spec.max));
  const show = () => {
    const number = handle.number();
    element.setAttribute("aria-valuenow", String(number));
    element.setAttribute("aria-valuetext", description.format ? description.format(number) : formatParameter(spec, number));
    description.draw?.(number);
  };
  show();
  return handle.subscribe(show);
}
