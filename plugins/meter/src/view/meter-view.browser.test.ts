import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import type * as meterPage from "./meter-view.browser.page.js";

type MeterPage = typeof meterPage;

const PAGE = "/plugins/meter/src/view/meter-view.browser.page.ts";

/** Calls back in the page with its module. */
async function inPage<T>(page: Page, action: (module: MeterPage) => T): Promise<T> {
  return (await page.evaluate(`import(${JSON.stringify(PAGE)}).then(${action.toString()})`));
}

/** A programme that is 3.2 LU above −14 LUFS, with clips. */
const playLoud = (page: Page) =>
  inPage(page, ({ memory: { levels } }) => {
    levels.hold.set([-3.04, -Infinity]);
    levels.peak.set([-4, -9]);
    levels.average.set([-18, -19]);
    levels.truePeakMax.set([-0.6, -2]);
    levels.clips.set([2, 0]);
    levels.integrated[0] = -10.8;
    levels.shortTerm[0] = -9.5;
    levels.shortTermMax[0] = -8.25;
    levels.momentary[0] = -8.9;
    levels.momentaryMax[0] = -7.1;
    levels.range[0] = 6.4;
    levels.peakToLoudness[0] = 10.2;
    levels.measured[0] = 127;
    levels.vu.set([-0.5, -1.5]);
    levels.correlation[0] = -0.25;
  });

const gestures = (page: Page) => inPage(page, ({ events }) => events);

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await page.evaluate((module) => import(module), PAGE);
  await page.getByRole("button", { name: "Reset" }).waitFor();
});

test("levels are shown as numbers, too high ones marked", async ({ page }) => {
  await playLoud(page);
  await expect(page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Peak", exact: true }) })).toHaveText("Peak−3.0−∞");
  await expect(page.getByRole("row", { name: "Average" })).toHaveText("Average−18.0−19.0");
  await expect(page.getByRole("row", { name: "True peak" })).toHaveText("True peak−0.6−2.0");
  await expect(page.getByRole("row", { name: "True peak" }).locator('[data-state="over"]')).toHaveText("−0.6");
  await expect(page.getByRole("meter", { name: "Correlation" })).toHaveAttribute("aria-valuetext", "−0.25");
  await expect(page.getByRole("meter", { name: "VU" })).toHaveAttribute("aria-valuetext", "left −0.5, right −1.5 VU");
  await expect(page.getByText("Measured 2:07")).toBeVisible();
});

test("loudness is shown with how far off the target it is, in words", async ({ page }) => {
  const loudness = page.getByRole("region", { name: "Loudness" });
  await expect(loudness).toContainText("Nothing measured yet");
  await playLoud(page);
  await expect(loudness.locator("dl").first()).toHaveText("Integrated−10.8 LUFS");
  await expect(loudness).toContainText("3.2 LU above −14.0 LUFS");
  await expect(loudness).toContainText("True peak 0.4 dB over −1.0 dBTP");
  await expect(loudness).toContainText("Services that play at −14.0 LUFS turn it down by 3.2 dB. Lossy encoders and converters may clip.");
  await expect(loudness).toContainText("Short-term−9.5 LUFSmax −8.3");
  await expect(loudness).toContainText("Range6.4 LU");

  await page.getByRole("combobox", { name: "Target" }).selectOption({ label: "EBU R 128 (−23 LUFS)" });
  await expect(loudness).toContainText("12.2 LU above −23.0 LUFS");
  await page.getByRole("combobox", { name: "Target" }).selectOption({ label: "Custom" });
  const own = page.getByRole("spinbutton", { name: "Custom target" });
  await own.press("Enter");
  await page.keyboard.type("-10.5");
  await page.keyboard.press("Enter");
  await expect(loudness).toContainText("On target, 0.3 LU below −10.5 LUFS");
  await page.getByRole("combobox", { name: "Target" }).selectOption({ label: "No target" });
  await expect(loudness).toContainText("No target is chosen");
  await expect(own).toHaveCount(0);
});

test("Reset triggers once and leaves nothing to undo: on and off are one gesture", async ({ page }) => {
  await page.getByRole("button", { name: "Reset" }).dblclick();
  await expect.poll(() => gestures(page)).toEqual(["reset begin", "reset 1", "reset 0", "reset end"]);
});

test("clip lamps count, and a click clears them without a reset", async ({ page }) => {
  await playLoud(page);
  const lamps = page.getByRole("button", { name: "Clips: left 2, right 0. Clear clips and holds" });
  await expect(lamps.locator("[data-clipped]")).toHaveText("2");
  await lamps.click();
  await expect.poll(() => gestures(page)).toEqual(["clearClips begin", "clearClips 1", "clearClips 0", "clearClips end"]);
});

test("Pause is a parameter, and the time says so", async ({ page }) => {
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused 0:00")).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause" })).toHaveAttribute("aria-pressed", "true");
  expect(await gestures(page)).toEqual(["paused 1"]);
});

test("samples that were no numbers are told", async ({ page }) => {
  await inPage(page, ({ memory }) => (memory.levels.invalid[0] = 12));
  await expect(page.getByText("12 samples were NaN or infinite; they count as silence")).toBeVisible();
});

test("the graph is read by arrow keys and by pointer", async ({ page }) => {
  await inPage(page, ({ writeRecent }) => writeRecent(Array.from({ length: 600 }, (_, n) => [-10 - n / 100, -12, -14])));
  const graph = page.getByRole("slider", { name: "Loudness over time" });
  await graph.focus();
  await page.keyboard.press("Home");
  await expect(graph).toHaveAttribute("aria-valuetext", "0:00 · M −10.0 · S −12.0 · I −14.0 LUFS");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowRight");
  await expect(graph).toHaveAttribute("aria-valuetext", "0:06 · M −10.7 · S −12.0 · I −14.0 LUFS");
  await page.keyboard.press("Escape");
  await expect(graph).toHaveAttribute("aria-valuetext", /^Now short-term/);
  const box = await graph.boundingBox();
  await graph.hover({ position: { x: (box?.width ?? 0) / 2, y: 20 } });
  await expect(page.locator(".meter-graph-cursor")).toHaveText("0:30 · M −13.0 · S −12.0 · I −14.0 LUFS");
  await page.mouse.move(5, 5);
  await expect(page.locator(".meter-graph-cursor")).toBeHidden();
});

test("somebody looks at every readout as long as the view is open", async ({ page }) => {
  const observers = () => inPage(page, ({ memory }) => [...new Set(Object.values(memory.observers))]);
  expect(await observers()).toEqual([1]);
  await inPage(page, ({ unmount }) => unmount());
  await expect.poll(observers).toEqual([0]);
});

test("fits itself to its size: nothing is cut off sideways, and from 860 × 420 on nothing scrolls", async ({ page }) => {
  await playLoud(page);
  for (const [width, height] of [[1600, 1000], [920, 560], [860, 520], [900, 420], [700, 600], [560, 700], [400, 800]] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(`import(${JSON.stringify(PAGE)}).then(({ resize }) => resize(${width}, ${height}))`);
    const cut = await page.evaluate(() => {
      const view = document.querySelector(".meter-view");
      const panels = [...document.querySelectorAll<HTMLElement>(".meter-view, .meter-head, .meter-panel, .meter-words, .meter-cells > div")];
      return {
        sideways: panels.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.className),
        scrolls: view !== null && view.scrollHeight > view.clientHeight,
        overflowing: panels.filter((each) => each.matches(".meter-panel") && each.scrollHeight > each.clientHeight).map((each) => each.className),
      };
    });
    expect(cut, `${width} × ${height}`).toEqual({ sideways: [], overflowing: [], scrolls: width < 860 });
  }
});

/** Pictures drawn and frames passed in a second in which everything moves. */
async function drawnInASecond(page: Page): Promise<{ pictures: number; frames: number }> {
  return await page.evaluate(async (module) => {
    const { memory } = (await import(module)) as MeterPage;
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    const drawn = { pictures: 0, frames: 0 };
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      drawn.pictures++;
      clear.apply(this, box);
    };
    const end = performance.now() + 1000;
    while (performance.now() < end) {
      for (const numbers of Object.values(memory.levels)) numbers.fill(-20 * Math.random());
      await new Promise((resolve) => requestAnimationFrame(resolve));
      drawn.frames++;
    }
    CanvasRenderingContext2D.prototype.clearRect = clear;
    return drawn;
  }, PAGE);
}

const CANVASES = 6;

test("moves with every frame, but a few times a second where little motion is asked for", async ({ page }) => {
  const free = await drawnInASecond(page);
  expect(free.pictures).toBeGreaterThanOrEqual((free.frames - 2) * CANVASES);
  await page.emulateMedia({ reducedMotion: "reduce" });
  // Four times a second, and one more for a second that begins in between.
  expect((await drawnInASecond(page)).pictures).toBeLessThanOrEqual(5 * CANVASES);
});

test("numbers announce nothing by themselves", async ({ page }) => {
  await expect(page.locator("main [aria-live], main [role=status], main [role=alert]")).toHaveCount(0);
});

test("axe finds nothing in either theme, at rest and loud", async ({ page }) => {
  for (const theme of ["dark", "light"] as const) {
    await page.evaluate(`import(${JSON.stringify(PAGE)}).then(({ memory }) => memory.setTheme("${theme}"))`);
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    await playLoud(page);
  }
  const { violations } = await new AxeBuilder({ page }).include("main").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
