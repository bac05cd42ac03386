/** The theme's colours that drawings use, each the CSS variable `--hr-<name>`. */
const NAMES = [
  "bg", "surface-1", "surface-2", "surface-3", "well", "line", "line-strong", "text", "text-2", "text-3", "accent",
  "accent-soft", "focus", "meter-ok", "meter-hot", "meter-clip", "meter-mark", "grid", "grid-strong", "curve",
  "spectrum-pre", "spectrum-post", "band-1", "band-2", "band-3", "band-4", "band-5", "band-6", "band-7", "band-8",
  "channel-left", "channel-right", "channel-mid", "channel-side", "key-white", "key-black", "key-text",
  "heat-1", "heat-2", "heat-3", "heat-4", "heat-5", "font",
] as const;

export type PaletteName = (typeof NAMES)[number];

/** Values of the theme's variables at one element. A new object when the theme changes: cache by identity. */
export type Palette = Readonly<Record<PaletteName, string>>;

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--hr-${name}`).trim()])) as Palette;
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when the theme of any part of the page may have changed. @returns the undo. */
export function onThemeChange(listener: () => void): () => void {
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((each) => each()));
    observer.observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: ["data-theme"] });
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      observer?.disconnect();
      observer = undefined;
    }
  };
}
