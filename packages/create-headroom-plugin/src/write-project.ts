import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Writes the files of a project into a folder that is missing or empty. When one cannot be written, none is left, and the
 * promise rejects.
 * @param files - texts by path.
 */
export async function writeProject(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const isNew = !existsSync(folder);
  try {
    for (const [file, text] of files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text, { flag: "wx" });
    }
  } catch (error) {
    const written = isNew ? [folder] : [...new Set([...files.keys()].map((file) => path.join(folder, file.split("/")[0] ?? "")))];
    await Promise.all(written.map((one) => rm(one, { recursive: true, force: true })));
    throw new Error(`The project could not be written, and nothing of it was left: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}
