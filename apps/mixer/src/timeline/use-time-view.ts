import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { timeView } from "./time-view.js";

/** How much one notch of a wheel makes larger or smaller. */
const ZOOM_A_NOTCH = 1.25;
const NOTCH_PIXELS = 100;

/** Shows the song in the element of the ref: it scrolls, and Ctrl with the wheel, or a pinch, makes it larger. */
export function useTimeView(seconds: number, namesWidth: number): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    timeView.setSeconds(seconds);
  }, [seconds]);
  useLayoutEffect(() => {
    if (ref.current) return timeView.attach(ref.current, namesWidth);
  }, [namesWidth]);
  useEffect(() => {
    const element = ref.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      // Not passive: the browser would make the page larger instead.
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 33;
      timeView.zoom(ZOOM_A_NOTCH ** (-pixels / NOTCH_PIXELS), timeView.secondsAt(event.clientX));
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, []);
  return ref;
}
