import { mkdtempSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { onTestFinished } from "vitest";
import { KERNELS, KINDS, VIEWS, type Answers } from "./answers.js";
import { withDefaults } from "./ask.js";
import { PACKAGE_FOLDER } from "./project-package.js";

/** Every plugin that can be made. */
export const COMBINATIONS: readonly Answers[] = Object.keys(KINDS).flatMap((kind) =>
  Object.keys(KERNELS).flatMap((kernel) => Object.keys(VIEWS).map((view) => withDefaults({ folder: `${kind}-${kernel}-${view}`, vendor: "Acme", kind, kernel, view } as Partial<Answers>))),
);

/** A folder in this package, where its own dependencies are found. @returns the folder and the undo. */
export async function folderHere(): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const parent = path.join(PACKAGE_FOLDER, ".scaffolds");
  await mkdir(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, "test-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** As {@link folderHere}, for as long as a test runs. */
export async function temporaryFolder(): Promise<string> {
  const { folder, remove } = await folderHere();
  onTestFinished(remove);
  return folder;
}
