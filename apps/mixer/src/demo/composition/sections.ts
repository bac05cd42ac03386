/** A stretch of the song; bars are counted from 0 and `endBar` is excluded. */
export interface Section {
  readonly id: "intro" | "groove" | "break" | "full";
  readonly name: string;
  readonly startBar: number;
  readonly endBar: number;
}

/** The form of the song, without gaps or overlaps. */
export const SECTIONS: readonly Section[] = [
  { id: "intro", name: "Intro", startBar: 0, endBar: 4 },
  { id: "groove", name: "Groove", startBar: 4, endBar: 8 },
  { id: "break", name: "Break", startBar: 8, endBar: 10 },
  { id: "full", name: "Full", startBar: 10, endBar: 16 },
];

/** The section that a bar belongs to. */
export function sectionOfBar(bar: number): Section {
  const section = SECTIONS.find((candidate) => bar >= candidate.startBar && bar < candidate.endBar);
  if (!section) throw new RangeError(`Bar ${bar} is outside the song: the sections cover bars 0 to 15.`);
  return section;
}
