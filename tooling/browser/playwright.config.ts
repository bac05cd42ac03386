import { defineConfig } from "@playwright/test";
import { findChromium } from "../commands/find-chromium.mjs";
import { CACHE, ROOT } from "../commands/paths.mjs";
import { CHROMIUM_FLAGS } from "./chromium-flags.mjs";

const NOT_SOURCE = ["**/node_modules/**", "**/dist/**"];

// Workers read this file again and find it here.
process.env["CHROME_PATH"] = await findChromium();

/** Set by the global set-up, before a worker reads this file. */
const served = (name: "HEADROOM_MIXER_URL" | "HEADROOM_PAGES_URL") => {
  const baseURL = process.env[name];
  return baseURL === undefined ? {} : { baseURL };
};

export default defineConfig({
  testDir: ROOT,
  testIgnore: NOT_SOURCE,
  outputDir: `${CACHE}/browser-results`,
  globalSetup: "./servers.mjs",
  // Audio is timed: a second browser at work beside it would be the test's own dropout.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  // On a shared machine a test in real time may come too late once. What passes at the second try only is named as flaky.
  retries: process.env["CI"] === undefined ? 0 : 1,
  reporter: process.env["CI"] === undefined ? "list" : "line",
  use: {
    browserName: "chromium",
    headless: true,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: process.env["CHROME_PATH"], args: CHROMIUM_FLAGS, chromiumSandbox: false },
    trace: "retain-on-failure",
  },
  projects: [
    // A pattern fits anywhere in a path: the mixer has a folder of that name too.
    { name: "packages", testMatch: "{packages,plugins}/**/*.browser.test.ts", testIgnore: [...NOT_SOURCE, "**/apps/**"], use: served("HEADROOM_PAGES_URL") },
    { name: "mixer", testMatch: "apps/mixer/**/*.browser.test.ts", use: served("HEADROOM_MIXER_URL") },
    { name: "pack", testMatch: "tooling/pack/*.browser.test.ts", timeout: 300_000 },
  ],
});
