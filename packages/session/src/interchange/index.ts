export { audioPath, manifestPath, pluginFolder, pluginsOf, SESSION_EXTENSION, SESSION_FILE } from "./session-package.js";
export { SessionZip, writeSessionZip } from "./session-zip.js";
export type { SessionContent } from "./session-zip.js";
export { streamSessionZip } from "./stream-session-zip.js";
export type { SessionSource } from "./stream-session-zip.js";
