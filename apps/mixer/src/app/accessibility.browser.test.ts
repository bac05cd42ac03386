import { expect, strip, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

test("axe finds nothing serious in the mixer, in both themes", async ({ mixer }) => {
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.getByRole("button", { name: /theme$/ }).click();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.getByRole("button", { name: /theme$/ }).click();
});

test("axe finds nothing serious in a plugin window, a menu and the dialogs", async ({ mixer }) => {
  await strip(mixer, "Bass").locator(".slot-name").first().click();
  await expect(mixer.locator(".window-view canvas").first()).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.press("Escape");
  await strip(mixer, "Bass").locator(".slot").nth(4).getByRole("button").click();
  await expect(mixer.getByRole("menu")).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.press("Escape");
  await mixer.keyboard.press("Control+b");
  await expect(mixer.getByRole("dialog", { name: "Bounce to WAV" })).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.press("Escape");
  await mixer.keyboard.press("?");
  await expect(mixer.getByRole("dialog", { name: "Keys" })).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
});
