const MARGIN = 8;

/**
 * Moves a window that grows over the right or lower edge of the screen back inside, as far as its title bar stays.
 * @param move - takes the new place of its left upper corner.
 * @returns the undo.
 */
export function keepOnScreen(frame: HTMLElement, move: (x: number, y: number) => void): () => void {
  const observer = new ResizeObserver(() => {
    const { x, y, width, height } = frame.getBoundingClientRect();
    const left = Math.max(MARGIN, Math.min(x, innerWidth - MARGIN - width));
    const top = Math.max(MARGIN, Math.min(y, innerHeight - MARGIN - height));
    if (left < x || top < y) move(Math.min(left, x), Math.min(top, y));
  });
  observer.observe(frame);
  return () => observer.disconnect();
}
