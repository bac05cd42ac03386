import type { BitDepth, Normalization } from "@headroom/engine";
import { MASTER_ID, type Session } from "@headroom/session";

/** What the dialog asks for; numbers as they are typed. */
export interface BounceForm {
  readonly range: "song" | "loop";
  readonly depth: BitDepth;
  /** Hz. */
  readonly sampleRate: number;
  readonly dither: boolean;
  readonly level: LevelChoice;
  readonly peakDb: string;
  readonly lufs: string;
  readonly stems: boolean;
}

/** How loud the mix is made. */
export type LevelChoice = "mixed" | "peak" | "loudness";

export const FILE_RATES: readonly number[] = [44_100, 48_000, 88_200, 96_000];
const LEAST_LEVEL_DB = -60;

/** What is asked for at first. @param sampleRate - Hz, of the engine. */
export function initialForm(session: Session, sampleRate: number): BounceForm {
  const { loop } = session;
  const range = loop.enabled && loop.endSeconds > loop.startSeconds ? "loop" : "song";
  return { range, depth: 24, sampleRate, dither: false, level: "mixed", peakDb: "-1.0", lufs: "-14.0", stems: false };
}

/** The level that is asked for; `undefined` where the mix is left as it is, or the number is none. */
export function normalization({ level, peakDb, lufs }: BounceForm): Normalization | undefined {
  if (level === "mixed" || levelProblem({ level, peakDb, lufs }) !== undefined) return undefined;
  return level === "peak" ? { peakDb: levelOf(peakDb) } : { lufs: levelOf(lufs) };
}

/** One sentence where the level that is typed cannot be. */
export function levelProblem({ level, peakDb, lufs }: Pick<BounceForm, "level" | "peakDb" | "lufs">): string | undefined {
  if (level === "mixed") return undefined;
  const [text, unit] = level === "peak" ? [peakDb, "dBFS"] : [lufs, "LUFS"];
  const value = levelOf(text);
  if (text.trim() !== "" && value >= LEAST_LEVEL_DB && value <= 0) return undefined;
  return `A level of “${text}” cannot be: type a number from ${LEAST_LEVEL_DB} to 0 ${unit}.`;
}

/** Strips that feed the master: their stems together are what the master hears. */
export function stemStrips({ strips, order }: Session): readonly { readonly id: string; readonly name: string }[] {
  return order.flatMap((id) => {
    const strip = strips[id];
    return strip?.output === MASTER_ID ? [{ id, name: strip.name || id }] : [];
  });
}

function levelOf(text: string): number {
  return Number(text.replace("−", "-").replace(",", "."));
}
