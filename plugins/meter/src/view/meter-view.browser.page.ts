/// <reference types="vite/client" />
import { createMemoryHost } from "@headroom/ui";
import "@headroom/ui/styles.css";
import { HISTORY_HEADER, POINT_LENGTH, TICK_SECONDS } from "../history.js";
import { meterParams, meterReadouts } from "../params.js";
import view from "../view.js";

/** What happened to the parameters, oldest first: "gain begin", "gain 3", "gain end". */
export const events: string[] = [];

export const memory = createMemoryHost({ params: meterParams, readouts: meterReadouts }, (id) => ({
  onBegin: () => events.push(`${id} begin`),
  onSet: (number) => events.push(`${id} ${number}`),
  onEnd: () => events.push(`${id} end`),
}));

document.documentElement.lang = "en";
document.body.style.margin = "0";
const element = document.createElement("main");
document.body.append(element);

export function resize(width: number, height: number): void {
  element.style.cssText = `width:${width}px;height:${height}px`;
}

/** Writes a history of the last seconds: momentary, short-term and integrated loudness of each tick. */
export function writeRecent(points: readonly (readonly number[])[]): void {
  const { recent, measured } = memory.levels;
  recent.set([points.length, TICK_SECONDS]);
  points.forEach((point, n) => recent.set(point, HISTORY_HEADER + n * POINT_LENGTH));
  measured[0] = points.length * TICK_SECONDS;
}

resize(view.size.width, view.size.height);
export const { size } = view;
export const unmount = view.mount(element, memory.host);
