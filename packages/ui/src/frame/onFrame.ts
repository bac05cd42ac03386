export type FrameCallback = (nowMs: number) => void;

interface Entry {
  readonly callback: FrameCallback;
  isVisible: boolean;
}

let entries: Entry[] = [];
const entryOfElement = new WeakMap<Element, Set<Entry>>();
let request = 0;
let visibility: IntersectionObserver | undefined;

/**
 * Calls back once a frame. All callers share one `requestAnimationFrame`. `@mainThread`
 * @param element - while it is scrolled out of sight or not displayed, it is not called for.
 * @returns the undo.
 */
export function onFrame(callback: FrameCallback, element?: Element): () => void {
  const entry: Entry = { callback, isVisible: element === undefined };
  entries = [...entries, entry];
  if (element) watch(element, entry);
  if (request === 0) request = requestAnimationFrame(run);
  return () => {
    entries = entries.filter((other) => other !== entry);
    if (element) unwatch(element, entry);
    if (entries.length === 0) {
      cancelAnimationFrame(request);
      request = 0;
    }
  };
}

function run(nowMs: number): void {
  request = requestAnimationFrame(run);
  // A callback may add or remove entries: that makes a new list, this one goes on.
  const now = entries;
  for (let i = 0; i < now.length; i++) {
    const entry = now[i];
    if (!entry?.isVisible) continue;
    try {
      entry.callback(nowMs);
    } catch (fault) {
      // One broken drawing must not stop all others, nor report sixty times a second.
      entries = entries.filter((other) => other !== entry);
      reportError(fault);
    }
  }
}

function watch(element: Element, entry: Entry): void {
  visibility ??= new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes)
      for (const watched of entryOfElement.get(target) ?? []) watched.isVisible = isIntersecting;
  });
  const watched = entryOfElement.get(element) ?? new Set();
  watched.add(entry);
  entryOfElement.set(element, watched);
  // Observing anew reports at once, also for an element that is observed already.
  visibility.unobserve(element);
  visibility.observe(element);
}

function unwatch(element: Element, entry: Entry): void {
  const watched = entryOfElement.get(element);
  watched?.delete(entry);
  if (watched?.size === 0) visibility?.unobserve(element);
}
