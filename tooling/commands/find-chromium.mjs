import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "./run.mjs";

const NAMES = ["google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser", "microsoft-edge", "microsoft-edge-stable", "msedge"];

/**
 * Finds a Chromium for the browser tests: CHROME_PATH, then an installed Chrome, Chromium or Edge, then
 * Playwright's own. On Debian or Ubuntu, as root, it installs the `chromium` package when there is none.
 * @returns {Promise<string>} Path of the executable.
 * @throws One sentence that says what to install.
 */
export async function findChromium() {
  const stated = process.env["CHROME_PATH"];
  if (stated !== undefined && stated !== "") {
    if (existsSync(stated)) return stated;
    throw new Error(`CHROME_PATH is ${stated}, which does not exist; set it to a Chrome, Chromium or Edge executable.`);
  }
  const found = installed() ?? (await playwrightsOwn());
  if (found !== undefined) return found;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    await installOnDebian();
    const fresh = installed();
    if (fresh !== undefined) return fresh;
  }
  throw new Error("The browser tests need Chrome, Chromium or Edge: install one, or set CHROME_PATH to its executable.");
}

function installed() {
  return usualPlaces().find((file) => existsSync(file));
}

function usualPlaces() {
  const onPath = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const fromPath = NAMES.flatMap((name) => onPath.map((folder) => path.join(folder, process.platform === "win32" ? `${name}.exe` : name)));
  if (process.platform === "darwin") {
    const apps = ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => `Applications/${name}.app/Contents/MacOS/${name}`);
    return [...apps.flatMap((app) => [`/${app}`, path.join(os.homedir(), app)]), ...fromPath];
  }
  if (process.platform === "win32") {
    const roots = [process.env["PROGRAMFILES"], process.env["PROGRAMFILES(X86)"], process.env["LOCALAPPDATA"]];
    const programs = ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
    return [...roots.flatMap((root) => (root === undefined ? [] : programs.map((program) => path.win32.join(root, program)))), ...fromPath];
  }
  return [...fromPath, "/opt/google/chrome/chrome", "/snap/bin/chromium"];
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

async function installOnDebian() {
  console.log("No Chromium here; installing Debian's package…");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    const { code, output } = await run("apt-get", args, { env, capture: true });
    if (code !== 0) {
      throw new Error(`apt-get ${args.join(" ")} failed: install Chrome, Chromium or Edge yourself, or set CHROME_PATH to its executable.\n${output.trim()}`);
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(await findChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
