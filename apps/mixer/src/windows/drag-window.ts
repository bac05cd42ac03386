/** Pixels of a window's title that stay on the screen wherever it is dragged. */
const STAYS_VISIBLE = 60;

/**
 * Drags a window by its title bar. While it moves, only its style changes.
 * @param down - the event on the title bar that starts it.
 * @param onEnd - called with the place where it was let go.
 */
export function dragWindow(down: PointerEvent, bar: HTMLElement, frame: HTMLElement, onEnd: (x: number, y: number) => void): void {
  const start = frame.getBoundingClientRect();
  let { x, y } = start;
  const ended = new AbortController();
  const options = { signal: ended.signal };
  const move = (event: PointerEvent) => {
    x = clamp(start.x + event.clientX - down.clientX, STAYS_VISIBLE - start.width, innerWidth - STAYS_VISIBLE);
    y = clamp(start.y + event.clientY - down.clientY, 0, innerHeight - STAYS_VISIBLE);
    frame.style.transform = `translate(${x}px, ${y}px)`;
  };
  const drop = () => {
    ended.abort();
    onEnd(x, y);
  };
  bar.setPointerCapture(down.pointerId);
  bar.addEventListener("pointermove", move, options);
  bar.addEventListener("pointerup", drop, options);
  bar.addEventListener("pointercancel", drop, options);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
