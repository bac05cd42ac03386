import type { Page } from "@playwright/test";
import { expect, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

const ANALYSIS_MS = 60_000;

/** Opens a step of the mix panel and sees to it that the song is measured as it is. */
async function openMeasured(mixer: Page, step: string): Promise<void> {
  await mixer.keyboard.press("g");
  await mixer.getByRole("tab", { name: step }).click();
  if (step === "Gain staging") await mixer.getByRole("radio", { name: "Whole song" }).check({ force: true });
  await mixer.getByRole("button", { name: /^Analyse/ }).click();
  await expect(mixer.getByText(/^Measured: \d+ strips/)).toBeVisible({ timeout: ANALYSIS_MS });
}

/** The number of a strip in the session, in dB. */
function stripNumber(mixer: Page, name: string, control: "trimDb" | "faderDb"): Promise<number> {
  return mixer.evaluate(([wanted, field]) => Object.values(window.headroom?.document.snapshot().strips ?? {}).find((one) => one.name === wanted)?.[field as "trimDb"] ?? NaN, [name, control]);
}

const undo = (mixer: Page, step: string) => mixer.getByRole("button", { name: `Undo: ${step}` });

test.setTimeout(180_000);

test.afterEach(async ({ mixer }) => {
  await mixer.getByRole("button", { name: "Close the mix panel" }).click();
});

test("the measured song names what is wrong and who makes the master's overs", async ({ mixer }) => {
  await openMeasured(mixer, "Gain staging");
  await expect(mixer.getByRole("list", { name: "What is wrong, in the order of the signal" }).getByText("destructive").first()).toBeVisible();
  const peaks = mixer.getByRole("region", { name: "Peaks of the master" });
  await peaks.getByRole("button").first().click();
  const shares = await peaks.getByRole("list", { name: /^What each strip gives/ }).locator("small").allTextContents();
  const total = shares.reduce((sum, text) => sum + Number(text.replace("−", "-").replace(" %", "")), 0);
  expect(Math.abs(total - 100)).toBeLessThan(shares.length);
  expect(await seriousFaults(mixer)).toEqual([]);
});

test("stage gains proposes trims, which are taken over in one undo step, without those refused", async ({ mixer }) => {
  await mixer.keyboard.press("g");
  await mixer.getByRole("tab", { name: "Gain staging" }).click();
  await mixer.getByRole("radio", { name: "Stage gains" }).check({ force: true });
  await mixer.getByRole("button", { name: "Propose" }).click();
  const table = mixer.getByRole("table", { name: "Proposed trims" });
  await expect(table).toBeVisible({ timeout: 2 * ANALYSIS_MS });
  await table.getByRole("checkbox", { name: "Take over for Bass" }).uncheck();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.getByRole("button", { name: /^Apply to \d+ strips/ }).click();
  await expect(undo(mixer, "Stage gains")).toBeVisible();
  expect(await stripNumber(mixer, "Kick", "trimDb")).toBeLessThan(-3);
  expect(await stripNumber(mixer, "Bass", "trimDb")).toBe(0);
  await undo(mixer, "Stage gains").click();
  expect(await stripNumber(mixer, "Kick", "trimDb")).toBe(0);
});

test("leveling shows loudness, what a fader will do while it is dragged, and suggests levels", async ({ mixer }) => {
  await openMeasured(mixer, "Leveling");
  const row = mixer.getByRole("row", { name: /^Lead/ });
  await expect(row).toContainText(/−\d+\.\d/);
  const fader = await mixer.getByRole("slider", { name: "Fader of Kick" }).boundingBox();
  if (!fader) throw new Error("The fader is not on the screen.");
  const [x, y] = [fader.x + fader.width / 2, fader.y + fader.height / 2];
  await mixer.mouse.move(x, y);
  await mixer.mouse.down();
  await mixer.mouse.move(x, y + 20);
  await expect(mixer.getByRole("row", { name: /^Kick/ })).toContainText(/LUFS, master −\d+\.\d LU/);
  await mixer.mouse.up();
  await undo(mixer, "Change fader of Kick").click();

  await mixer.getByRole("radio", { name: "Master's budget" }).check({ force: true });
  await expect(mixer.getByRole("table", { name: "Shares of the master" }).getByRole("row")).toHaveCount(7);
  await mixer.getByRole("radio", { name: "Suggest levels" }).check({ force: true });
  await mixer.getByRole("radio", { name: "Roles" }).check({ force: true });
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.getByRole("button", { name: /^Apply to/ }).click();
  await expect(undo(mixer, "Suggest levels")).toBeVisible();
  expect(await stripNumber(mixer, "Hats", "faderDb")).not.toBe(0);
  await undo(mixer, "Suggest levels").click();
  expect(await stripNumber(mixer, "Hats", "faderDb")).toBe(0);
});

test("the collision matrix is walked by keys, a pair is marked as intended, and a suggestion becomes bands", async ({ mixer }) => {
  await openMeasured(mixer, "EQ for space");
  const matrix = mixer.getByRole("group", { name: /^Collision matrix/ });
  await matrix.focus();
  await mixer.keyboard.press("ArrowDown");
  await expect(matrix.getByText(/^Snare$/)).toBeVisible();
  await mixer.keyboard.press("ArrowDown");
  await expect(matrix.getByText(/hides .* of Clap$/)).toBeVisible();
  await mixer.keyboard.press("Enter");
  await expect(mixer.getByRole("region", { name: /and Clap$/ })).toBeVisible();

  const list = mixer.getByRole("list", { name: "Collisions, worst first" });
  const worst = list.getByRole("button").first();
  const name = await worst.locator(".collision-names").textContent();
  await worst.click();
  const intended = mixer.getByRole("checkbox", { name: "This overlap is intended" });
  await intended.check();
  await expect(list.getByRole("button").last()).toContainText(name ?? "");
  await intended.uncheck();
  await mixer.getByRole("button", { name: /^Apply to/ }).click();
  await expect(undo(mixer, "Make room by EQ")).toBeVisible();
  await mixer.getByRole("button", { name: "Hear without" }).click();
  expect(await seriousFaults(mixer)).toEqual([]);
  await undo(mixer, "Make room by EQ").click();
  await expect(undo(mixer, "Make room by EQ")).toHaveCount(0);
  await expect(mixer.getByText(/^The suggestion was undone/)).toBeVisible();
});
