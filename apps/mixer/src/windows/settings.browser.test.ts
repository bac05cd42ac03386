import type { Page } from "@playwright/test";
import { expect, strip, test, waitUntilReady } from "../testing/mixer-test.js";

const gainWindow = (page: Page) => page.getByRole("dialog", { name: "Gain Trim — Vocal" });
const setting = (page: Page) => gainWindow(page).getByRole("switch", { name: "Setting B of Gain Trim" });
const copy = (page: Page, direction: string) => gainWindow(page).getByRole("button", { name: new RegExp(`^Copy ${direction}`) });
const undoButton = (page: Page) => page.getByRole("button", { name: /^(Undo:|Nothing to undo)/ });

const openGain = (page: Page) => strip(page, "Vocal").locator(".slot-name").nth(1).click();

/** The insert's gain, live and waiting, in the document. */
function gains(page: Page) {
  return page.evaluate(() => {
    const vocal = Object.values(window.headroom?.document.snapshot().strips ?? {}).find(({ name }) => name === "Vocal");
    const insert = vocal?.inserts[1];
    return [insert?.params["gain"], insert?.compare?.other.params["gain"]];
  });
}

/** Sets the gain, as a hand on the control does at its end. */
function setGain(page: Page, gainDb: number) {
  return page.evaluate((number) => {
    const session = window.headroom?.document;
    const vocal = Object.values(session?.snapshot().strips ?? {}).find(({ name }) => name === "Vocal");
    session?.inserts.setParam(vocal?.inserts[1]?.id ?? "", "gain", number);
  }, gainDb);
}

test("A and B are compared and copied by pointer, and undone in order", async ({ mixer }) => {
  await openGain(mixer);
  await setGain(mixer, 4);
  await expect(setting(mixer)).not.toBeChecked();
  await setting(mixer).click();
  await expect(setting(mixer)).toBeChecked();
  expect(await gains(mixer)).toEqual([undefined, 4]);
  await setGain(mixer, -7);
  await setting(mixer).click();
  expect(await gains(mixer)).toEqual([4, -7]);

  await copy(mixer, "A to B").click();
  expect(await gains(mixer)).toEqual([4, 4]);
  await expect(copy(mixer, "A to B")).toHaveAttribute("aria-disabled", "true");
  await expect(copy(mixer, "A to B")).toBeFocused();
  await expect(undoButton(mixer)).toHaveAccessibleName("Undo: Copy A to B in Gain Trim");
  await undoButton(mixer).click();
  expect(await gains(mixer)).toEqual([4, -7]);
  await undoButton(mixer).click();
  await expect(setting(mixer)).toBeChecked();
  expect(await gains(mixer)).toEqual([-7, 4]);
  await mixer.getByRole("button", { name: /^Redo: Switch Gain Trim to A/ }).click();
  expect(await gains(mixer)).toEqual([4, -7]);
});

test("comparing by keyboard leaves no steps, and the window shows the setting that is heard", async ({ mixer }) => {
  await openGain(mixer);
  await setGain(mixer, 4);
  const gain = gainWindow(mixer).getByRole("slider", { name: /^gain/i }).first();
  await expect(gain).toHaveAttribute("aria-valuenow", "4");
  for (const expected of ["0", "4", "0", "4"]) {
    await mixer.keyboard.press("Alt+a");
    await expect(gain).toHaveAttribute("aria-valuenow", expected);
  }
  await expect(undoButton(mixer)).toHaveAccessibleName(/^Undo: Change gain of Gain Trim/);
  await setting(mixer).focus();
  await mixer.keyboard.press("Enter");
  await expect(gain).toHaveAttribute("aria-valuenow", "0");
  await expect(undoButton(mixer)).toHaveAccessibleName("Undo: Switch Gain Trim to B");

  await mixer.keyboard.press("Escape");
  await expect(gainWindow(mixer)).toHaveCount(0);
  await openGain(mixer);
  await expect(setting(mixer)).toBeChecked();
  // Without the focus in the window, the one on top is meant.
  await strip(mixer, "Kick").getByRole("button", { name: "Kick", exact: true }).focus();
  await mixer.keyboard.press("Alt+a");
  await expect(setting(mixer)).not.toBeChecked();
});

test("what is switched to is heard", async ({ mixer }) => {
  await openGain(mixer);
  // The pad sounds from the first bar on. The open window stays with its insert.
  const id = await mixer.evaluate(() => {
    const session = window.headroom?.document;
    const named = (wanted: string) => Object.values(session?.snapshot().strips ?? {}).find(({ name }) => name === wanted);
    const gain = named("Vocal")?.inserts[1]?.id ?? "";
    session?.inserts.move(gain, named("Pad")?.id ?? "", 1);
    session?.inserts.setParam(gain, "gain", -30);
    return gain;
  });
  const ratio = () =>
    mixer.evaluate((insert) => {
      const levels = new Float32Array(4);
      window.headroom?.engine?.readInsertLevels(insert, levels);
      return (levels[0] ?? 0) > 0.01 ? (levels[2] ?? 0) / (levels[0] ?? 1) : -1;
    }, id);
  await mixer.keyboard.press("Space");
  await expect.poll(ratio).toBeCloseTo(10 ** (-30 / 20), 1);
  await mixer.keyboard.press("Alt+a");
  await expect.poll(ratio).toBeGreaterThan(0.9);
  await mixer.keyboard.press("Alt+a");
  await expect.poll(ratio).toBeLessThan(0.1);
});

test("both settings and the person's presets are there after a reload", async ({ page }) => {
  test.setTimeout(150_000);
  await page.goto("/");
  await waitUntilReady(page);
  await openGain(page);
  await setGain(page, 4);
  await setting(page).click();
  await setGain(page, -7);
  await gainWindow(page).getByRole("button", { name: /^Preset:/ }).click();
  await page.getByRole("menuitem", { name: "Save as…" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Scooped");
  await page.keyboard.press("Enter");
  await expect(gainWindow(page).getByRole("button", { name: "Preset: Scooped", exact: true })).toBeVisible();
  await page.evaluate(() => window.headroom?.presets.settled());

  await page.reload();
  await waitUntilReady(page);
  await openGain(page);
  await expect(setting(page)).toBeChecked();
  expect(await gains(page)).toEqual([-7, 4]);
  await expect(gainWindow(page).getByRole("button", { name: "Preset: Scooped", exact: true })).toBeVisible();
});
