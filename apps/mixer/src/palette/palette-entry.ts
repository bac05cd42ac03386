/** What a palette entry leads to. Groups are listed in this order while nothing is typed. */
export const PALETTE_GROUPS = { command: "Commands", strip: "Strips", insert: "Inserts", plugin: "Add a plugin" } as const;

export type PaletteGroup = keyof typeof PALETTE_GROUPS;

/** One line of the command palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** Where it is, or what it does it to: "Bass, slot 2". Found by what is typed, too. */
  readonly detail?: string;
  /** The key that does the same. */
  readonly keys?: string;
  /** Colour of the strip that it belongs to. */
  readonly color?: string;
  readonly run: () => void;
}
