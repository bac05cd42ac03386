import { Observable } from "../../state/observable.js";
import type { Difficulty } from "./rounds.js";

export type DrillId = "balance" | "band" | "louder" | "chain";

/** What was reached in a drill at one difficulty. */
export interface Progress {
  readonly rounds: number;
  /** Best score, 0…100. */
  readonly best: number;
}

const KEY = "headroom.practice";
const keyOf = (drill: DrillId, difficulty: Difficulty) => `${drill} ${difficulty}`;

/** Progress in all drills, kept in this browser. */
export const progress = new Observable<Readonly<Record<string, Progress>>>(read());

export function progressOf(all: Readonly<Record<string, Progress>>, drill: DrillId, difficulty: Difficulty): Progress | undefined {
  return all[keyOf(drill, difficulty)];
}

/** Counts a round. @param score - 0…100. */
export function keepScore(drill: DrillId, difficulty: Difficulty, score: number): void {
  const before = progressOf(progress.value, drill, difficulty);
  const best = Math.max(before?.best ?? 0, Math.round(score));
  progress.set({ ...progress.value, [keyOf(drill, difficulty)]: { rounds: (before?.rounds ?? 0) + 1, best } });
  try {
    localStorage.setItem(KEY, JSON.stringify(progress.value));
  } catch {
    // A browser that keeps nothing for this page still counts until it is closed.
  }
}

function read(): Readonly<Record<string, Progress>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof stored !== "object" || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, Progress] => isProgress(entry[1])));
  } catch {
    return {};
  }
}

function isProgress(value: unknown): value is Progress {
  if (typeof value !== "object" || value === null || !("rounds" in value) || !("best" in value)) return false;
  return Number.isSafeInteger(value.rounds) && typeof value.best === "number" && value.best >= 0 && value.best <= 100;
}
