/// <reference types="vite/client" />
import { createMemoryHost } from "@headroom/ui";
import "@headroom/ui/styles.css";
import { gainTrimParams, gainTrimReadouts } from "../params.js";
import view from "../view.js";

/** What happened to the parameters, oldest first: "gain begin", "gain 3", "gain end". */
export const events: string[] = [];

export const memory = createMemoryHost({ params: gainTrimParams, readouts: gainTrimReadouts }, (id) => ({
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
