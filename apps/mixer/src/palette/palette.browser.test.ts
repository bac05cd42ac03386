import type { Page } from "@playwright/test";
import { expect, slotNames, strip, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

async function find(mixer: Page, typed: string) {
  await mixer.keyboard.press("Control+k");
  const search = mixer.getByRole("searchbox", { name: "Search commands, strips, inserts and plugins" });
  await expect(search).toBeFocused();
  await search.pressSequentially(typed);
  return mixer.getByRole("dialog", { name: "Command palette" });
}

test("a few letters and Enter go to a strip, do a command there, add a plugin and open it", async ({ mixer }) => {
  await find(mixer, "pad");
  await mixer.keyboard.press("Enter");
  await expect(strip(mixer, "Pad")).toHaveAttribute("data-selected", "true");
  await expect(mixer.getByRole("button", { name: "Pad", exact: true }).last()).toBeFocused();

  const palette = await find(mixer, "mutsel");
  await expect(palette.getByRole("menuitem").first()).toContainText("Mute the selected strip");
  await mixer.keyboard.press("Enter");
  await expect(mixer.getByRole("button", { name: "Mute Pad", exact: true })).toHaveAttribute("aria-pressed", "true");

  await find(mixer, "add gain");
  await mixer.keyboard.press("Enter");
  await expect.poll(() => slotNames(mixer, "Pad")).toContain("Gain Trim");
  await expect(mixer.getByRole("dialog", { name: "Gain Trim — Pad" })).toBeVisible();
  await mixer.keyboard.press("Escape");

  await find(mixer, "eq bass");
  await mixer.keyboard.press("Enter");
  await expect(mixer.getByRole("dialog", { name: "Parametric EQ — Bass" })).toBeVisible();
});

test("the palette lists commands with their keys, says when nothing fits, and Escape leaves all as it was", async ({ mixer }) => {
  await mixer.getByRole("button", { name: /^Find a command/ }).click();
  const palette = mixer.getByRole("dialog", { name: "Command palette" });
  await expect(palette.getByRole("menuitem", { name: /^Undo/ })).toContainText("Ctrl+Z");
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.getByRole("searchbox").fill("qqzz");
  await expect(palette.getByText("Nothing fits “qqzz”.")).toBeVisible();
  await mixer.keyboard.press("Escape");
  if (await palette.isVisible()) await mixer.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
  await expect(mixer.getByRole("button", { name: "Undo: Load the demo song" })).toBeVisible();
});
