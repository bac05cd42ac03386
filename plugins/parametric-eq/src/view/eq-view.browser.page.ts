/// <reference types="vite/client" />
import { createMemoryHost } from "@headroom/ui";
import "@headroom/ui/styles.css";
import { eqParams, eqReadouts } from "../params.js";
import view from "../view.js";

/** What happened to the parameters, oldest first: "band1.gain begin", "band1.gain 3", "band1.gain end". */
export const events: string[] = [];

export const memory = createMemoryHost({ params: eqParams, readouts: eqReadouts }, (id) => ({
  onBegin: () => events.push(`${id} begin`),
  onSet: (number) => events.push(`${id} ${number}`),
  onEnd: () => events.push(`${id} end`),
}));

document.documentElement.lang = "en";
document.body.style.margin = "0";
const element = document.createElement("main");
element.style.cssText = `width:${view.size.width}px;height:${view.size.height}px`;
document.body.append(element);

export const unmount = view.mount(element, memory.host);
