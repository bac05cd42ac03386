import type { Page } from "@playwright/test";
import { expect, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

test.beforeEach(async ({ mixer }) => {
  await mixer.keyboard.press("g");
  await mixer.getByRole("tab", { name: "Gain staging" }).click();
});

test.afterEach(async ({ mixer }) => {
  await mixer.getByRole("button", { name: "Close the mix panel" }).click();
});

/** The number of a cell: the highest peak there in dBFS. */
async function highest(mixer: Page, name: string): Promise<number> {
  const cell = mixer.getByTitle(name, { exact: true });
  // Cells out of sight are not written.
  await cell.scrollIntoViewIfNeeded();
  await expect(cell.locator(".ledger-max")).toHaveText(/\d/, { timeout: 20_000 });
  const text = await cell.locator(".ledger-max").textContent();
  return Number(text?.replace("−", "-"));
}

test("the ledger measures each boundary live, names the first over and keeps the master's overs", async ({ mixer }) => {
  await mixer.getByRole("button", { name: "Reset", exact: true }).click();
  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  const list = mixer.getByRole("region", { name: "Overs of the master" });
  await expect(list.getByRole("button").first()).toBeVisible({ timeout: 20_000 });
  // Bass and kick begin with the groove.
  for (const name of ["Bass", "Kick"]) await highest(mixer, `${name} at its output`);
  await mixer.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(mixer.getByRole("note", { name: "First fault" })).toHaveText(/^First over full scale: (Drums|Master) at its source, by \d.*cut off/);
  // Faders at 0 dB and flat plugins: what enters a channel leaves it.
  for (const name of ["Bass", "Kick"]) expect(await highest(mixer, `${name} at its output`)).toBeCloseTo(await highest(mixer, `${name} at its source`), 0);
  expect(await highest(mixer, "Master at its output")).toBeGreaterThan(0);
  await expect(list.getByRole("listitem").filter({ hasText: "Bass" })).toBeVisible();
  await list.getByRole("button").first().click();
  await expect(list.getByRole("button", { pressed: true })).toHaveCount(1);
});

test("the ledger is walked with the arrow keys and says what a cell means", async ({ mixer }) => {
  await mixer.getByTitle("Kick at its source", { exact: true }).focus();
  await mixer.keyboard.press("ArrowDown");
  await mixer.keyboard.press("End");
  await expect(mixer.getByTitle("Snare at its output", { exact: true })).toBeFocused();
  await expect(mixer.getByRole("heading", { name: "Snare at its output" })).toBeVisible();
  await mixer.getByRole("separator", { name: "Width of the mix panel" }).focus();
  const width = () => mixer.locator(".mix-panel").evaluate((panel) => panel.clientWidth);
  const before = await width();
  await mixer.keyboard.press("ArrowLeft");
  expect(await width()).toBe(before + 24);
  await mixer.keyboard.press("ArrowRight");
});

test("axe finds nothing serious in the ledger, in both themes", async ({ mixer }) => {
  for (let theme = 0; theme < 2; theme++) {
    await mixer.getByTitle("Kick at its source", { exact: true }).focus();
    expect(await seriousFaults(mixer)).toEqual([]);
    await mixer.getByRole("button", { name: /theme$/ }).click();
  }
});
