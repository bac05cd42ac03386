import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../commands/paths.mjs";

/** A block whose name is the path of a file: ```ts examples/gain/index.ts */
const INCLUDE = /^```(tsx?) (\S+\/\S+)\n(.*?)^```$/gms;

/** All documents of the repository in Markdown, by their paths from its root; what is made from docstrings is left out. */
export function documents() {
  const folders = ["", ...["packages", "plugins", "apps", "examples"].flatMap((folder) => [folder, ...foldersIn(folder)]), ...foldersBelow("docs")];
  return folders.flatMap((folder) => filesIn(folder).filter((name) => name.endsWith(".md")).map((name) => path.posix.join(folder, name)));
}

/**
 * A document with the code of each file that it includes.
 * @param {string} text
 * @returns {string}
 */
export function withCode(text) {
  return text.replaceAll(INCLUDE, (_, language, file) => `\`\`\`${language} ${file}\n${readFileSync(path.join(ROOT, file), "utf8").trimEnd()}\n\`\`\``);
}

/** @param {string} folder */
function foldersBelow(folder) {
  /** @type {string[]} */
  const found = [folder];
  for (const name of foldersIn(folder)) if (name !== "docs/reference") found.push(...foldersBelow(name));
  return found;
}

/** @param {string} folder */
function foldersIn(folder) {
  return entriesOf(folder).filter((entry) => entry.isDirectory() && entry.name !== "node_modules").map(({ name }) => path.posix.join(folder, name));
}

/** @param {string} folder */
function filesIn(folder) {
  return entriesOf(folder).filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** @param {string} folder */
function entriesOf(folder) {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true });
}
