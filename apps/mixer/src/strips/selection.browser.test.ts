import type { Page } from "@playwright/test";
import { expect, strip, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

const nameOf = (mixer: Page, name: string) => strip(mixer, name).locator(".strip-name-text");
const fader = (mixer: Page, name: string) => mixer.getByRole("slider", { name: `Fader of ${name}`, exact: true });
const level = async (mixer: Page, name: string) => Number(await fader(mixer, name).getAttribute("aria-valuenow"));

test("Ctrl and Shift select several strips, whose faders, pans, mutes, solos and colours move together, each one undo step", async ({ mixer }) => {
  await nameOf(mixer, "Bass").click();
  await nameOf(mixer, "Lead").click({ modifiers: ["Shift"] });
  for (const name of ["Bass", "Chords", "Lead"]) await expect(nameOf(mixer, name)).toHaveAttribute("aria-pressed", "true");
  await nameOf(mixer, "Chords").click({ modifiers: ["ControlOrMeta"] });
  await nameOf(mixer, "Vocal").click({ modifiers: ["ControlOrMeta"] });
  await expect(mixer.getByText("3 strips linked: Bass, Lead, Vocal")).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);

  await fader(mixer, "Lead").press("PageDown");
  await fader(mixer, "Vocal").press("ArrowUp");
  expect(await Promise.all(["Bass", "Chords", "Lead", "Vocal"].map((name) => level(mixer, name)))).toEqual([-5.5, 0, -5.5, -5.5]);
  await mixer.getByRole("button", { name: "Undo: Change fader of the selected strips" }).click();
  expect(await level(mixer, "Bass")).toBe(-6);

  const box = await fader(mixer, "Bass").boundingBox();
  if (!box) throw new Error("The fader is not on the screen.");
  const x = box.x + box.width / 2;
  await mixer.mouse.move(x, box.y + 60);
  await mixer.mouse.down();
  for (let step = 1; step <= 5; step++) await mixer.mouse.move(x, box.y + 60 + 8 * step);
  await mixer.mouse.up();
  expect(await level(mixer, "Bass")).toBeLessThan(-8);
  expect(await level(mixer, "Vocal")).toBeCloseTo(await level(mixer, "Bass"), 9);
  await mixer.keyboard.press("Control+z");
  expect([await level(mixer, "Bass"), await level(mixer, "Lead")]).toEqual([-6, -6]);

  await mixer.getByRole("slider", { name: "Pan of Lead" }).press("ArrowUp");
  await expect(mixer.getByRole("slider", { name: "Pan of Bass" })).not.toHaveAttribute("aria-valuenow", "0");
  await mixer.getByRole("button", { name: "Mute Lead", exact: true }).click();
  await expect(mixer.getByRole("button", { name: "Mute Vocal", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(mixer.getByRole("button", { name: "Mute Chords", exact: true })).toHaveAttribute("aria-pressed", "false");
  await mixer.keyboard.press("s");
  await mixer.getByRole("button", { name: "Undo: Solo 3 strips" }).click();
  await mixer.getByRole("button", { name: "Undo: Mute 3 strips" }).click();
  await expect(mixer.getByRole("button", { name: "Mute Vocal", exact: true })).toHaveAttribute("aria-pressed", "false");

  await nameOf(mixer, "Lead").click({ button: "right" });
  await mixer.getByRole("menuitem", { name: "Teal" }).click();
  await expect(mixer.getByRole("button", { name: "Undo: Change colour of 3 strips" })).toBeVisible();
});

test("the keyboard extends the selection, selects all, deletes several as one step, and Escape ends it", async ({ mixer }) => {
  await nameOf(mixer, "Chords").click();
  await mixer.keyboard.press("Shift+ArrowRight");
  await mixer.keyboard.press("Shift+ArrowRight");
  await expect(mixer.getByText("3 strips linked: Chords, Lead, Pad")).toBeVisible();
  await expect(nameOf(mixer, "Pad")).toBeFocused();
  await mixer.keyboard.press("Shift+ArrowLeft");
  await expect(mixer.getByText("2 strips linked: Chords, Lead")).toBeVisible();
  await mixer.keyboard.press("Delete");
  await expect(strip(mixer, "Lead")).toHaveCount(0);
  await mixer.getByRole("button", { name: "Undo: Remove 2 strips" }).click();
  await expect(strip(mixer, "Lead")).toHaveCount(1);

  await mixer.keyboard.press("Control+a");
  await expect(mixer.getByText(/^11 strips linked: Kick, Snare, Clap, Hats and 7 more$/)).toBeVisible();
  await mixer.keyboard.press("Escape");
  await expect(mixer.getByText(/strips linked/)).toHaveCount(0);
});
