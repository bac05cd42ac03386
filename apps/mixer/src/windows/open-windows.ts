import { Observable } from "../state/observable.js";

/** A plugin window on the screen, by the insert that it shows. */
export interface PluginWindow {
  readonly insertId: string;
  /** Of its left upper corner, CSS pixels. */
  readonly x: number;
  readonly y: number;
}

/** Pixels by which each new window stands away from the last. */
const CASCADE = 28;
const FIRST = { x: 96, y: 72 };
const CASCADE_STEPS = 8;

/** The open plugin windows; the last is on top. */
export const openWindows = new Observable<readonly PluginWindow[]>([]);

/** Opens an insert's window, or brings it to the front. */
export function openWindow(insertId: string): void {
  const open = openWindows.value.find((window) => window.insertId === insertId);
  const step = openWindows.value.length % CASCADE_STEPS;
  const window = open ?? { insertId, x: FIRST.x + step * CASCADE, y: FIRST.y + step * CASCADE };
  openWindows.set([...without(insertId), window]);
}

/** Closes a window; see `leaveWindow` for what people do. */
export function closeWindow(insertId: string): void {
  openWindows.set(without(insertId));
}

/** Brings a window to the front; nothing happens where it is there. */
export function raiseWindow(insertId: string): void {
  if (openWindows.value.at(-1)?.insertId !== insertId) openWindow(insertId);
}

export function moveWindow(insertId: string, x: number, y: number): void {
  openWindows.set(openWindows.value.map((window) => (window.insertId === insertId ? { ...window, x, y } : window)));
}

function without(insertId: string): PluginWindow[] {
  return openWindows.value.filter((window) => window.insertId !== insertId);
}
