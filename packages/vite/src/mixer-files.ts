import { createRequire } from "node:module";
import path from "node:path";

const MIXER = "@headroom/mixer";

/** The folder of the built mixer that a project has installed. @throws a sentence without one. */
export function mixerFolder(root: string): string {
  try {
    return path.join(path.dirname(createRequire(path.join(root, "package.json")).resolve(`${MIXER}/package.json`)), "dist");
  } catch (cause) {
    throw new Error(`The plugin is played in ${MIXER}, which is not installed here; run: npm install --save-dev ${MIXER}`, { cause });
  }
}
