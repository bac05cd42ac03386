import type { Page } from "@playwright/test";
import { expect, strip, stripPeak, test } from "../testing/mixer-test.js";

/** The fader lane of a strip. */
function faderLane(page: Page, stripName: string) {
  return page.evaluate((name) => {
    const session = window.headroom?.document.snapshot();
    const found = Object.values(session?.strips ?? {}).find((one) => one.name === name);
    return { points: session?.lanes[`strip ${found?.id ?? ""} faderDb`]?.points ?? [], faderDb: found?.faderDb };
  }, stripName);
}

const undoName = (page: Page) => page.evaluate(() => window.headroom?.document.undoName);
const fader = (page: Page, stripName: string) => strip(page, stripName).getByRole("slider", { name: `Fader of ${stripName}` });
const faderDb = async (page: Page, stripName: string) => Number(await fader(page, stripName).getAttribute("aria-valuenow"));

async function setStripMode(page: Page, stripName: string, mode: string): Promise<void> {
  await page.getByRole("button", { name: `Automation of ${stripName}`, exact: true }).click();
  await page.getByRole("menuitem", { name: new RegExp(`^${mode}`) }).click();
}

async function play(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForFunction(() => (window.headroom?.engine?.playhead.seconds() ?? 0) > 0.3);
}

test("touch: a fader dragged while the song plays is one step in its lane, and its cap follows the lane", async ({ mixer }) => {
  await setStripMode(mixer, "Chords", "touch");
  await play(mixer);
  const box = await fader(mixer, "Chords").boundingBox();
  if (!box) throw new Error("The fader is not in sight.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mixer.mouse.move(x, y);
  await mixer.mouse.down();
  for (let pixels = 0; pixels <= 60; pixels += 4) {
    await mixer.mouse.move(x, y + pixels);
    await mixer.waitForTimeout(30);
  }
  const reached = await faderDb(mixer, "Chords");
  await mixer.mouse.up();
  await expect.poll(() => undoName(mixer)).toBe("Record fader of Chords");
  const { points, faderDb: kept } = await faderLane(mixer, "Chords");
  expect(points.length).toBeGreaterThan(3);
  expect(Math.min(...points.map(({ value }) => value))).toBeCloseTo(reached, 1);
  expect(kept).toBe(0);
  await mixer.getByRole("button", { name: "Stop" }).click();

  // Where the lane is lowest the cap is, though nobody holds it.
  const lowest = points.find(({ value }) => Math.abs(value - reached) < 0.1)?.seconds ?? 0;
  await mixer.evaluate((seconds) => window.headroom?.engine?.playhead.seek(seconds), lowest);
  await expect.poll(() => faderDb(mixer, "Chords")).toBeCloseTo(reached, 0);
  await mixer.evaluate(() => window.headroom?.engine?.playhead.seek(0));
  await expect.poll(() => faderDb(mixer, "Chords")).toBeCloseTo(0, 1);
  await mixer.keyboard.press("Control+z");
  expect((await faderLane(mixer, "Chords")).points).toEqual([]);
});

test("latch by keys: where the key left the fader it is heard and recorded until playback stops", async ({ mixer }) => {
  await setStripMode(mixer, "Chords", "latch");
  await play(mixer);
  await fader(mixer, "Chords").focus();
  await mixer.keyboard.press("Home");
  expect(await faderDb(mixer, "Chords")).toBe(-100);
  await expect.poll(() => stripPeak(mixer, "Chords"), { timeout: 10_000 }).toBeLessThan(1e-4);
  expect((await faderLane(mixer, "Chords")).points).toEqual([]);
  await mixer.getByRole("button", { name: "Pause", exact: true }).click();
  await expect.poll(async () => (await faderLane(mixer, "Chords")).points.some(({ value }) => value === -100)).toBe(true);
  expect(await undoName(mixer)).toBe("Record fader of Chords");
  expect((await faderLane(mixer, "Chords")).faderDb).toBe(0);
});

test("a plugin's knob in its window is recorded too", async ({ mixer }) => {
  await setStripMode(mixer, "Kick", "touch");
  await strip(mixer, "Kick").locator(".slot-name").first().click();
  const gain = mixer.locator(".window-view").getByRole("slider", { name: /^Gain/ }).first();
  await gain.waitFor();
  await play(mixer);
  await gain.focus();
  await mixer.keyboard.press("ArrowDown");
  await expect.poll(() => undoName(mixer)).toMatch(/^Record gain of Gain Trim on Kick$/);
});
