import { readdirSync, statSync } from "node:fs";

/** What a folder may hold and still count as empty: a repository that was just made. */
const HARMLESS = new Set([".git", ".DS_Store"]);

/** Why a project cannot be written into a folder, in a sentence; it may be missing or empty. */
export function faultOfFolder(folder: string): string | undefined {
  const entry = statSync(folder, { throwIfNoEntry: false });
  if (!entry) return undefined;
  if (!entry.isDirectory()) return `${folder} is a file; choose another name for the plugin's folder.`;
  const held = readdirSync(folder).filter((name) => !HARMLESS.has(name));
  return held.length === 0 ? undefined : `${folder} is not empty (it holds ${held[0]}); choose another folder, or empty it.`;
}
