/** Colours that the menu offers, by the names that people read. */
export const STRIP_COLORS: readonly { readonly name: string; readonly color: string }[] = [
  { name: "Red", color: "#e0605a" },
  { name: "Orange", color: "#e8914a" },
  { name: "Yellow", color: "#d9b84a" },
  { name: "Green", color: "#7fb86a" },
  { name: "Teal", color: "#4fb3a2" },
  { name: "Blue", color: "#5a9fd8" },
  { name: "Violet", color: "#8d86e0" },
  { name: "Pink", color: "#cf7fbe" },
  { name: "Grey", color: "#8a94a6" },
];

/** A colour for a new strip: the next in turn. The last, grey, is left to buses and the master. */
export function nextColor(stripCount: number): string {
  return STRIP_COLORS[stripCount % (STRIP_COLORS.length - 1)]?.color ?? "#8a94a6";
}
