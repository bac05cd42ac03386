import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/** Where commands keep what they may lose: reports, caches, the stamp of the last set-up. */
export const CACHE = path.join(ROOT, "node_modules", ".cache", "headroom");

/** The built mixer. */
export const MIXER = path.join(ROOT, "apps", "mixer");
