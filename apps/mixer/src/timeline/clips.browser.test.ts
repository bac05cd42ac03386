import type { Page } from "@playwright/test";
import { expect, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

/** The clips of a channel in order of time. */
function clips(page: Page, stripName: string) {
  return page.evaluate((name) => {
    const found = Object.values(window.headroom?.document.snapshot().strips ?? {}).find((one) => one.name === name);
    return (found?.clips ?? []).toSorted((a, b) => a.startSeconds - b.startSeconds);
  }, stripName);
}

const undoName = (page: Page) => page.evaluate(() => window.headroom?.document.undoName);
const beat = (page: Page) => page.evaluate(() => 60 / (window.headroom?.document.snapshot().tempo ?? 120));
const clip = (page: Page, stripName: string) => page.getByRole("button", { name: new RegExp(`^Clip on ${stripName} `) });

async function box(page: Page, stripName: string) {
  const found = await clip(page, stripName).first().boundingBox();
  if (!found) throw new Error(`${stripName} has no clip in sight.`);
  return found;
}

/** Drags from a place by so many pixels, in steps as a hand does. */
async function drag(page: Page, x: number, y: number, byX: number, byY = 0): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + byX / 2, y + byY / 2, { steps: 3 });
  await page.mouse.move(x + byX, y + byY, { steps: 3 });
  await page.mouse.up();
}

test("a pointer moves a clip on the grid, to another channel, and copies it: a step each", async ({ mixer }) => {
  const grid = await beat(mixer);
  const kick = await box(mixer, "Kick");
  await drag(mixer, kick.x + 100, kick.y + 15, 60);
  const [moved] = await clips(mixer, "Kick");
  expect(moved?.startSeconds).toBeGreaterThan(grid);
  expect((moved?.startSeconds ?? 0) / grid).toBeCloseTo(Math.round((moved?.startSeconds ?? 0) / grid), 6);
  expect(await undoName(mixer)).toBe("Move clip on Kick");
  await mixer.keyboard.press("Control+z");
  expect((await clips(mixer, "Kick"))[0]?.startSeconds).toBe(0);

  const snare = await box(mixer, "Snare");
  await drag(mixer, kick.x + 100, kick.y + 15, 60, snare.y - kick.y);
  expect(await clips(mixer, "Kick")).toHaveLength(0);
  expect(await clips(mixer, "Snare")).toHaveLength(2);
  await mixer.keyboard.press("Control+z");

  await mixer.keyboard.down("Alt");
  await drag(mixer, kick.x + 100, kick.y + 15, 60, snare.y - kick.y);
  await mixer.keyboard.up("Alt");
  expect(await clips(mixer, "Kick")).toHaveLength(1);
  expect(await clips(mixer, "Snare")).toHaveLength(2);
  expect(await undoName(mixer)).toBe("Copy clip");
});

test("a pointer trims both ends, fades in and out, and sets the gain; Escape takes it back", async ({ mixer }) => {
  const whole = (await clips(mixer, "Kick"))[0];
  const kick = await box(mixer, "Kick");
  const low = kick.y + kick.height - 4;
  await drag(mixer, kick.x + 2, low, 80);
  await drag(mixer, kick.x + kick.width - 2, low, -90);
  const [trimmed] = await clips(mixer, "Kick");
  expect(trimmed?.startSeconds).toBeGreaterThan(0);
  expect(trimmed?.offsetSeconds).toBeCloseTo(trimmed?.startSeconds ?? 0, 9);
  expect((trimmed?.startSeconds ?? 0) + (trimmed?.lengthSeconds ?? 0)).toBeLessThan(whole?.lengthSeconds ?? 0);

  const now = await box(mixer, "Kick");
  await drag(mixer, now.x + 2, now.y + 4, 50);
  await drag(mixer, now.x + now.width - 2, now.y + 4, -40);
  await drag(mixer, now.x + now.width / 2, now.y + 3, 0, 30);
  const [faded] = await clips(mixer, "Kick");
  expect(faded?.fadeIn?.seconds).toBeGreaterThan(0.5);
  expect(faded?.fadeOut?.seconds).toBeGreaterThan(0.5);
  expect(faded?.gainDb).toBe(-6);
  expect(await undoName(mixer)).toBe("Change gain of clip on Kick");

  await mixer.mouse.move(now.x + now.width / 2, now.y + 15);
  await mixer.mouse.down();
  await mixer.mouse.move(now.x + now.width / 2 + 80, now.y + 15, { steps: 4 });
  await mixer.keyboard.press("Escape");
  await mixer.mouse.up();
  expect(await clips(mixer, "Kick")).toEqual([faded]);

  await clip(mixer, "Kick").click({ button: "right", position: { x: 30, y: 14 } });
  await mixer.getByRole("menuitem", { name: "Fade in S-shaped" }).click();
  await expect.poll(async () => (await clips(mixer, "Kick"))[0]?.fadeIn?.shape).toBe("s");
});

test("keys move, trim, fade, split, duplicate and delete a clip, and a screen reader hears what it is", async ({ mixer }) => {
  const grid = await beat(mixer);
  await clip(mixer, "Kick").focus();
  await mixer.keyboard.press("ArrowRight");
  await mixer.keyboard.press("ArrowRight");
  await mixer.keyboard.press("Shift+ArrowRight");
  expect((await clips(mixer, "Kick"))[0]?.startSeconds).toBeCloseTo(2 * grid + 0.001, 6);
  await expect(clip(mixer, "Kick")).toHaveAccessibleName(/^Clip on Kick from bar 1\.3\.1, [\d.]+ s long$/);
  expect(await undoName(mixer)).toBe("Move clip on Kick");

  await mixer.keyboard.press("Tab");
  await expect(mixer.getByRole("slider", { name: "Start of the clip on Kick" })).toBeFocused();
  await mixer.keyboard.down("ArrowRight");
  await mixer.keyboard.down("ArrowRight");
  await mixer.keyboard.up("ArrowRight");
  expect((await clips(mixer, "Kick"))[0]?.startSeconds).toBeCloseTo(4 * grid, 6);
  await mixer.keyboard.press("Control+z");
  expect((await clips(mixer, "Kick"))[0]?.startSeconds).toBeCloseTo(2 * grid + 0.001, 6);

  await mixer.getByRole("slider", { name: "Fade out of the clip on Kick" }).focus();
  await mixer.keyboard.press("ArrowUp");
  await expect(mixer.getByRole("slider", { name: "Fade out of the clip on Kick" })).toHaveAttribute("aria-valuetext", "0.010 s");
  await mixer.getByRole("slider", { name: "Gain of the clip on Kick" }).focus();
  await mixer.keyboard.press("ArrowDown");
  await expect(mixer.getByRole("slider", { name: "Gain of the clip on Kick" })).toHaveAttribute("aria-valuetext", "-1.0 dB");

  await mixer.evaluate(() => window.headroom?.engine?.playhead.seek(8));
  await mixer.getByRole("slider", { name: "Song position" }).press("ArrowRight");
  await clip(mixer, "Kick").focus();
  await mixer.keyboard.press("x");
  await expect(clip(mixer, "Kick")).toHaveCount(2);
  await expect(clip(mixer, "Kick").nth(1)).toBeFocused();
  await mixer.keyboard.press("Control+d");
  await expect(clip(mixer, "Kick")).toHaveCount(3);
  await expect(clip(mixer, "Kick").nth(2)).toBeFocused();
  await mixer.keyboard.press("Alt+ArrowLeft");
  await expect(clip(mixer, "Kick").nth(1)).toBeFocused();
  await mixer.keyboard.press("ArrowDown");
  await expect(clip(mixer, "Kick")).toHaveCount(2);
  await expect(clip(mixer, "Snare")).toHaveCount(2);
  await expect(clip(mixer, "Snare").nth(1)).toBeFocused();
  await mixer.keyboard.press("Delete");
  await expect(clip(mixer, "Snare")).toHaveCount(1);
  expect(await undoName(mixer)).toBe("Remove clip from Snare");
});

test("axe finds nothing serious with a clip and its handles chosen and a marker, in both themes", async ({ mixer }) => {
  await clip(mixer, "Kick").focus();
  await mixer.keyboard.press("Shift+M");
  await mixer.keyboard.press("Enter");
  for (const _ of ["one theme", "the other"]) {
    expect(await seriousFaults(mixer)).toEqual([]);
    await mixer.getByRole("button", { name: /theme$/ }).click();
  }
});
