import { toNumber } from "@headroom/sdk";
import { Gesture, wheelPixels } from "@headroom/ui";
import type { BandNumber } from "../../params.js";
import { freeBand, placeBand } from "../bands/bandEdits.js";
import type { EqEditor } from "../bands/eqEditor.js";
import { focusToken } from "../tokens/tokenFocus.js";
import type { GraphArea } from "./graphArea.js";
import { placeValues, tokenPlace } from "./graphScale.js";

const FINE = 0.1;
/** Octaves of Q for a wheel's pixel: a notch of a mouse is about a sixth of an octave. */
const Q_OCTAVES_PER_PIXEL = 1 / 600;
const WHEEL_PAUSE_MS = 350;
/** CSS pixels from which a drag over empty space is one. */
const DRAG_PIXELS = 4;

/**
 * What a pointer does on the graph's empty space: a double-click adds a band, a drag selects the bands inside (with Shift
 * or Ctrl too), a click selects none. The wheel turns the Q of the band under the pointer, else of the selected ones.
 * @param frame - shows the drag.
 * @returns the undo.
 */
export function attachGraphPointer(area: GraphArea, frame: HTMLElement, editor: EqEditor, rangeDb: number): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  attachAdding(area, editor, rangeDb, signal);
  attachFrame(area, frame, editor, rangeDb, signal);
  attachWheel(area.element, editor, signal);
  return () => listening.abort();
}

function attachAdding(area: GraphArea, editor: EqEditor, rangeDb: number, signal: AbortSignal): void {
  const graph = area.element;
  graph.addEventListener("dblclick", (event) => {
    const band = freeBand(editor.model);
    if (!band) return;
    const { left, top } = graph.getBoundingClientRect();
    const { hz, gainDb } = placeValues(event.clientX - left, event.clientY - top, area.width, area.height, rangeDb);
    placeBand(band, hz, gainDb);
    editor.selection.set([band.number]);
    focusToken(editor, graph, band.number);
  }, { signal });
}

function attachFrame(area: GraphArea, frame: HTMLElement, editor: EqEditor, rangeDb: number, signal: AbortSignal): void {
  const { model, selection } = editor;
  const graph = area.element;
  let down: PointerEvent | undefined;
  let before: readonly BandNumber[] = [];
  const release = () => {
    const { primary } = selection.state();
    // The keys are for what has just been selected.
    if (!frame.hidden && primary !== undefined) focusToken(editor, graph, primary);
    down = undefined;
    frame.hidden = true;
  };
  graph.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || down) return;
    down = event;
    const isExtending = event.shiftKey || event.ctrlKey || event.metaKey;
    before = isExtending ? selection.state().selected : [];
    selection.set(before);
    graph.setPointerCapture(event.pointerId);
  }, { signal });
  graph.addEventListener("pointermove", (event) => {
    if (event.pointerId !== down?.pointerId) return;
    if (frame.hidden && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < DRAG_PIXELS) return;
    const { left, top } = graph.getBoundingClientRect();
    const [x0 = 0, x1 = 0] = [down.clientX - left, event.clientX - left].sort((a, b) => a - b);
    const [y0 = 0, y1 = 0] = [down.clientY - top, event.clientY - top].sort((a, b) => a - b);
    frame.hidden = false;
    frame.style.cssText = `left:${x0}px;top:${y0}px;width:${x1 - x0}px;height:${y1 - y0}px`;
    const inside = model.inUse.map((band) => band.number).filter((number) => {
      const { x, y } = tokenPlace(model.valuesOf(number), area.width, area.height, rangeDb);
      return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    });
    selection.set([...before.filter((number) => !inside.includes(number)), ...inside]);
  }, { signal });
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"] as const) graph.addEventListener(type, release, { signal });
}

function attachWheel(graph: HTMLElement, editor: EqEditor, signal: AbortSignal): void {
  let turned: { readonly number: BandNumber; readonly selected: readonly BandNumber[]; readonly gesture: Gesture } | undefined;
  const end = () => turned?.gesture.end();
  graph.addEventListener("wheel", (event) => {
    const { pointed, primary, selected } = editor.selection.state();
    const number = pointed ?? primary;
    // With Ctrl the browser zooms the page.
    if (number === undefined || event.ctrlKey) return;
    event.preventDefault();
    if (turned?.number !== number || turned.selected !== selected) {
      end();
      turned = { number, selected, gesture: new Gesture(editor.group(number).q) };
    }
    const { q } = editor.model.valuesOf(number);
    const octaves = -wheelPixels(event) * Q_OCTAVES_PER_PIXEL * (event.shiftKey ? FINE : 1);
    turned.gesture.set(toNumber(editor.model.band(number).q.spec, q * 2 ** octaves));
    turned.gesture.endAfter(WHEEL_PAUSE_MS);
  }, { signal, passive: false });
  signal.addEventListener("abort", end);
}
