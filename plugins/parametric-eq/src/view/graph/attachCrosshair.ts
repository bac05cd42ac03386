import { frequencyToX, isBlackKey, midiOf, midiToFrequency, noteWithCents, onFrame } from "@headroom/ui";
import { eqParams } from "../../params.js";
import { frequencyText, gainText } from "../bands/bandText.js";
import type { EqEditor } from "../bands/eqEditor.js";
import type { GraphArea } from "./graphArea.js";
import { GRAPH_SPAN, placeValues, tokenPlace } from "./graphScale.js";

/** What shows where the pointer is. */
export interface CrosshairElements {
  /** The graph and the piano below it. */
  readonly column: HTMLElement;
  readonly area: GraphArea;
  readonly hair: HTMLElement;
  readonly litKey: HTMLElement;
  readonly frequency: HTMLElement;
  readonly gain: HTMLElement;
}

const { min, max } = eqParams["band1.gain"];

/**
 * Follows the pointer over the graph and the piano with a line, the key that it lies on, its frequency and note, and its
 * gain; over a band's token it shows the band's own. @returns the undo.
 */
export function attachCrosshair(elements: CrosshairElements, { model, selection }: EqEditor, rangeDb: number): () => void {
  const { column, area, hair, litKey, frequency, gain } = elements;
  const listening = new AbortController();
  const { signal } = listening;
  let pointer: PointerEvent | undefined;
  let isOld = false;

  const show = () => {
    isOld = false;
    const { pointed } = selection.state();
    const { width, height } = area;
    const isBand = pointed !== undefined;
    const place = isBand ? tokenPlace(model.valuesOf(pointed), width, height, rangeDb) : pointer && pointerPlace(pointer, area.element);
    hair.hidden = litKey.hidden = place === undefined;
    // A band says it beside its token.
    frequency.hidden = isBand || place === undefined;
    gain.hidden = isBand || place === undefined || place.y >= height;
    if (!place) return;
    const hz = isBand ? model.valuesOf(pointed).frequency : placeValues(place.x, 0, width, height, rangeDb).hz;
    const midi = Math.round(midiOf(hz));
    const left = frequencyToX(midiToFrequency(midi - 0.5), width, GRAPH_SPAN);
    litKey.toggleAttribute("data-black", isBlackKey(midi));
    litKey.style.cssText = `left:${left}px;width:${frequencyToX(midiToFrequency(midi + 0.5), width, GRAPH_SPAN) - left}px`;
    hair.style.transform = `translateX(${place.x}px)`;
    if (isBand) return;
    frequency.textContent = `${frequencyText(hz)} · ${noteWithCents(hz)}`;
    // Held inside the graph by its own width.
    const half = frequency.offsetWidth / 2;
    frequency.style.transform = `translateX(${Math.min(width - half - 2, Math.max(half + 2, place.x)) - half}px)`;
    if (gain.hidden) return;
    gain.textContent = gainText(Math.min(max, Math.max(min, placeValues(0, place.y, width, height, rangeDb).gainDb)));
    gain.style.transform = `translateY(${place.y}px)`;
  };
  column.addEventListener("pointermove", (event) => {
    pointer = event;
    isOld = true;
  }, { signal });
  column.addEventListener("pointerleave", () => {
    pointer = undefined;
    isOld = true;
  }, { signal });
  const undo = [
    selection.subscribe(() => (isOld = true)),
    model.subscribe((band) => (isOld ||= band === selection.state().pointed)),
    onFrame(() => isOld && show(), area.element),
  ];
  for (const element of [hair, litKey, frequency, gain]) element.hidden = true;
  return () => {
    listening.abort();
    for (const each of undo) each();
  };
}

function pointerPlace({ clientX, clientY }: PointerEvent, graph: HTMLElement): { x: number; y: number } {
  const { left, top, width } = graph.getBoundingClientRect();
  return { x: Math.min(width, Math.max(0, clientX - left)), y: clientY - top };
}
