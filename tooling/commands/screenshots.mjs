// npm run screenshots: pictures of the built mixer and its listening page for the docs, as a user has it on the screen.
import "./require-node.mjs";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { MIXER, ROOT } from "./paths.mjs";
import { build, install } from "./setup.mjs";

const FOLDER = path.join(ROOT, "docs", "images");
/** A second in the groove, where everything plays. */
const PLAY_MS = 13_000;

await build(await install(), ["@headroom/mixer"]);
const { chromium } = await import("@playwright/test");
const { findChromium } = await import("./find-chromium.mjs");
const { CHROMIUM_FLAGS } = await import("../browser/chromium-flags.mjs");
const { serveBuilt } = await import("../vite/serve-built.mjs");

mkdirSync(FOLDER, { recursive: true });
const server = await serveBuilt({ root: MIXER, port: 0, host: "localhost" });
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS, chromiumSandbox: false });
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(`http://localhost:${server.port}/`);
  // The start's progress stands on the page until the song can be played.
  await page.waitForFunction(() => document.querySelector(".startup") === null && document.querySelector(".strip") !== null, undefined, { timeout: 60_000 });
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForTimeout(PLAY_MS);
  const shot = async (/** @type {string} */ name) => {
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  };
  await shot("mixer-dark");
  const bass = page.locator(".strip", { has: page.getByRole("button", { name: "Bass", exact: true }) });
  await bass.getByRole("button", { name: /^Parametric EQ, slot/ }).first().click();
  await page.waitForTimeout(1500);
  await shot("equalizer-dark");
  await page.keyboard.press("Escape");
  const master = page.locator(".strip", { has: page.getByRole("button", { name: "Master", exact: true }) });
  await master.getByRole("button", { name: /^Meter, slot/ }).first().click();
  await page.waitForTimeout(6000);
  await page.locator(".window", { has: page.locator(".meter-view") }).screenshot({ path: path.join(FOLDER, "meter-dark.png") });
  console.log("docs/images/meter-dark.png");
  await page.keyboard.press("Escape");
  await bass.getByRole("button", { name: /^Parametric EQ, slot/ }).first().click();
  await page.emulateMedia({ colorScheme: "light" });
  await page.waitForTimeout(800);
  await shot("equalizer-light");
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.waitForTimeout(1200);
  await shot("mixer-light-1920");
  await page.close();
  await listen(context);
} finally {
  await browser.close();
  await server.close();
}
process.exit(0);

/**
 * Every plugin on the listening page, with the song in its groove.
 * @param {import("@playwright/test").BrowserContext} context
 */
async function listen(context) {
  const page = await context.newPage();
  await page.goto(`http://localhost:${server.port}/listen/`);
  await page.waitForFunction(() => document.querySelector(".startup") === null && document.querySelector(".window-view") !== null, undefined, { timeout: 60_000 });
  await page.getByRole("button", { name: "Play", exact: true }).click();
  for (const plugin of ["parametric-eq", "gain-trim", "meter"]) {
    await page.locator(`a[href="#${plugin}"]`).click();
    await page.mouse.move(0, 0);
    await page.waitForTimeout(PLAY_MS);
    await page.screenshot({ path: path.join(FOLDER, `listen-${plugin}.png`) });
    console.log(`docs/images/listen-${plugin}.png`);
  }
}
