import { toNumber } from "@headroom/sdk";
import { frequencyToX, gainToY, Gesture, wheelPixels } from "@headroom/ui";
import { hasGain } from "../band-filter.js";
import { bandInWords, handlesOf, isTouched } from "./bands.js";
import type { Band } from "./bands.js";
import { attachTokenDrag } from "./tokenDrag.js";
import { attachTokenKeys } from "./tokenKeys.js";

export interface TokenOptions {
  /** The graph that the token lies on. */
  readonly graph: HTMLElement;
  /** dB at the graph's top; its bottom is the negative. */
  readonly rangeDb: number;
  readonly onSelect: () => void;
  /** Asks for the band's menu, at a place of the window. */
  readonly onMenu: (clientX: number, clientY: number) => void;
}

const FINE = 0.1;
/** Octaves of Q for a wheel's pixel: a notch of a mouse is about a sixth of an octave. */
const Q_OCTAVES_PER_PIXEL = 1 / 600;
const WHEEL_PAUSE_MS = 350;

/** The gestures by which a token edits its band. */
export interface TokenGestures {
  readonly frequency: Gesture;
  readonly gain: Gesture;
  readonly q: Gesture;
}

/**
 * Makes an element the handle of a band on the graph. `@mainThread`
 *
 * Drag for frequency and gain, wheel for Q, double-click for 0 dB, Alt-click for on and off, right-click for
 * the menu; arrows, + and −, Space, Delete and Enter by keyboard; Shift for fine.
 * @returns the undo.
 */
export function attachToken(element: HTMLElement, band: Band, options: TokenOptions): () => void {
  const { graph, rangeDb } = options;
  const frequency = new Gesture(band.frequency);
  const gain = new Gesture(band.gain);
  const q = new Gesture(band.q);
  const listening = new AbortController();
  const { signal } = listening;

  const place = () => {
    const { clientWidth: width, clientHeight: height } = graph;
    const isOn = band.enabled.get();
    const gainDb = hasGain(band.type.get()) ? Math.min(rangeDb, Math.max(-rangeDb, band.gain.number())) : 0;
    const x = frequencyToX(band.frequency.number(), width);
    element.style.transform = `translate(${x.toFixed(1)}px, ${gainToY(gainDb, height, rangeDb).toFixed(1)}px)`;
    element.hidden = !isOn && !isTouched(band);
    element.toggleAttribute("data-off", !isOn);
    element.setAttribute("aria-valuenow", String(Math.round(band.frequency.number())));
    element.setAttribute("aria-valuetext", bandInWords(band));
  };
  const undo = handlesOf(band).map((handle) => handle.subscribe(place));
  const sizes = new ResizeObserver(place);
  sizes.observe(graph);
  place();

  attachTokenDrag(element, band, { frequency, gain, q }, options, signal);
  element.addEventListener("focus", options.onSelect, { signal });
  element.addEventListener("dblclick", (event) => {
    event.stopPropagation();
    gain.reset();
  }, { signal });
  element.addEventListener(
    "contextmenu",
    (event) => {
      event.preventDefault();
      options.onSelect();
      const { left, top } = element.getBoundingClientRect();
      // The keyboard's menu key gives no place.
      options.onMenu(event.clientX || left, event.clientY || top);
    },
    { signal },
  );
  element.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const octaves = -wheelPixels(event) * Q_OCTAVES_PER_PIXEL * (event.shiftKey ? FINE : 1);
      q.set(toNumber(band.q.spec, band.q.number() * 2 ** octaves));
      q.endAfter(WHEEL_PAUSE_MS);
    },
    { signal, passive: false },
  );
  attachTokenKeys(element, band, { frequency, gain, q }, options, signal);
  return () => {
    listening.abort();
    sizes.disconnect();
    for (const each of undo) each();
    for (const gesture of [frequency, gain, q]) gesture.end();
  };
}
