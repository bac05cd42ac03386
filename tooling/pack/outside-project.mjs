import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../commands/run.mjs";
import { packAll } from "./tarballs.mjs";

const PAGE = fileURLToPath(new URL("page/", import.meta.url));
const versionOf = (/** @type {string} */ name) => createRequire(import.meta.url)(`${name}/package.json`).version;

/** A project of its own in the system's temporary folder, with nothing of the workspace but the tarballs. */
export class OutsideProject {
  /** Its folder, once {@link install} has made it. */
  folder = "";

  /** Makes the folder and installs every public package there, and what they ask for from the registry. */
  async install() {
    this.folder = mkdtempSync(path.join(os.tmpdir(), "headroom-outside-"));
    const tarballs = path.join(this.folder, "tarballs");
    mkdirSync(tarballs);
    const packed = await packAll(tarballs);
    const files = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
    const manifest = {
      name: "outside",
      private: true,
      type: "module",
      dependencies: { ...files, ...peersOf(["packages/ui", "packages/tone"]) },
      devDependencies: { "@types/react": "*", typescript: versionOf("typescript"), vite: versionOf("vite") },
      // The tarballs ask for each other by version, which no registry has before a release.
      overrides: files,
    };
    writeFileSync(path.join(this.folder, "package.json"), JSON.stringify(manifest, undefined, 2));
    cpSync(PAGE, this.folder, { recursive: true });
    // Said outright: a runner may have set NODE_ENV to production.
    await this.#must("npm", ["install", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"]);
  }

  async typecheck() {
    await this.#must(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."]);
  }

  async build() {
    await this.#must(process.execPath, ["node_modules/vite/bin/vite.js", "build"]);
  }

  /**
   * Runs the command line that is installed there.
   * @param {readonly string[]} args
   */
  async headroom(args) {
    await this.#must(process.execPath, ["node_modules/@headroom/cli/bin/headroom.js", ...args]);
  }

  remove() {
    if (this.folder !== "") rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * @param {string} command
   * @param {readonly string[]} args
   */
  async #must(command, args) {
    const { code, output } = await run(command, args, { cwd: this.folder, capture: true });
    if (code !== 0) throw new Error(`${path.basename(command)} ${args.join(" ")} failed in a project outside the workspace:\n${output}`);
  }
}

/** @param {readonly string[]} folders */
function peersOf(folders) {
  return Object.assign({}, ...folders.map((folder) => {
    const manifest = JSON.parse(readFileSync(fileURLToPath(new URL(`../../${folder}/package.json`, import.meta.url)), "utf8"));
    return manifest.peerDependencies ?? {};
  }));
}
