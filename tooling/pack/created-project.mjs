import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "../commands/run.mjs";

/** A plugin's project outside the workspace, made by the packed `create-headroom-plugin`. */
export class CreatedProject {
  /** @type {string} */
  folder;
  #parent;
  #env;

  /**
   * @param {string} parent - Folder that holds it.
   * @param {string} name - Of its own folder.
   * @param {NodeJS.ProcessEnv} env - For npm.
   */
  constructor(parent, name, env) {
    this.folder = path.join(parent, name);
    this.#parent = parent;
    this.#env = env;
  }

  /** @param {readonly string[]} flags */
  async create(flags) {
    await this.#npm(["create", "--yes", "headroom-plugin", path.basename(this.folder), "--", "--yes", ...flags], this.#parent);
  }

  async install() {
    // Said outright: a runner may have set NODE_ENV to production.
    await this.#npm(["install", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"]);
  }

  /** @param {string} script */
  async run(script) {
    return this.#npm(["run", script]);
  }

  /** @returns {Promise<{ url: string, output: () => string, stop: () => Promise<void> }>} Once it says where it is. */
  async dev() {
    const child = spawn("npm", ["run", "dev", "--", "--no-open"], { cwd: this.folder, env: { ...process.env, ...this.#env }, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const ended = new Promise((resolve) => child.on("close", resolve));
    const url = await new Promise((resolve, reject) => {
      const read = (/** @type {unknown} */ chunk) => {
        output += String(chunk);
        const found = /http:\/\/localhost:\d+\//.exec(output)?.[0];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.on("close", () => reject(new Error(`npm run dev ended:\n${output}`)));
    });
    const stop = async () => {
      // As Ctrl-C at a terminal: every process of the group gets it.
      if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
      await ended;
    };
    return { url, output: () => output, stop };
  }

  /**
   * Changes a source file as a person does who saves it.
   * @param {string} file
   * @param {string} before
   * @param {string} after
   * @returns {number} When, in milliseconds of the system's clock.
   */
  edit(file, before, after) {
    const place = path.join(this.folder, file);
    const text = readFileSync(place, "utf8");
    if (!text.includes(before)) throw new Error(`${file} holds no ${before}.`);
    const savedAt = Date.now();
    writeFileSync(place, text.replace(before, after));
    return savedAt;
  }

  /**
   * @param {readonly string[]} args
   * @param {string} [cwd]
   */
  async #npm(args, cwd = this.folder) {
    const { code, output } = await run("npm", args, { cwd, env: this.#env, capture: true });
    if (code !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd}:\n${output}`);
    return output;
  }
}
