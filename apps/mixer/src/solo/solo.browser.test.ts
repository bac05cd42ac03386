import type { Page } from "@playwright/test";
import { expect, outputPeaks, strip, stripPeak, test } from "../testing/mixer-test.js";

const soloOf = (page: Page, name: string) => strip(page, name).getByRole("button", { name: `Solo ${name}`, exact: true });
const muteOf = (page: Page, name: string) => strip(page, name).getByRole("button", { name: `Mute ${name}`, exact: true });
const play = (page: Page) => page.getByRole("button", { name: "Play", exact: true }).click();

test("a solo silences the others and says so on them, but not what is solo safe; all are cleared at the master", async ({ mixer }) => {
  await play(mixer);
  await soloOf(mixer, "Lead").click({ modifiers: ["Control"] });
  await expect(mixer.getByRole("button", { name: "Undo: Change solo safe of Lead" })).toBeVisible();
  await soloOf(mixer, "Vocal").click();
  await expect(muteOf(mixer, "Pad")).toHaveAttribute("aria-description", /^Silent now/);
  await expect(muteOf(mixer, "Lead")).not.toHaveAttribute("aria-description");
  await expect.poll(() => stripPeak(mixer, "Pad")).toBeLessThan(0.003);
  await expect.poll(() => stripPeak(mixer, "Lead")).toBeGreaterThan(0.01);

  await soloOf(mixer, "Pad").click({ modifiers: ["Alt"] });
  await expect(mixer.getByRole("button", { name: "Undo: Solo Pad alone" })).toBeVisible();
  await expect(soloOf(mixer, "Vocal")).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => stripPeak(mixer, "Pad")).toBeGreaterThan(0.01);
  await mixer.getByRole("button", { name: "Clear all solos: 1" }).click();
  await expect(soloOf(mixer, "Pad")).toHaveAttribute("aria-pressed", "false");
  await expect(mixer.getByRole("button", { name: "Clear all solos: 0" })).toBeDisabled();
});

test("solo safe, solo and clearing by keyboard; one solo at a time where the menu says so", async ({ mixer }) => {
  await mixer.getByRole("button", { name: "Bass", exact: true }).last().click();
  await mixer.keyboard.press("Shift+S");
  await expect(soloOf(mixer, "Bass")).toHaveAttribute("aria-description", /^Solo safe/);
  await mixer.getByRole("button", { name: /^How solo works/ }).focus();
  await mixer.keyboard.press("Enter");
  await expect(mixer.locator(".menu-popover:focus-within")).toBeVisible();
  await mixer.keyboard.press("End");
  await expect(mixer.getByRole("menuitem", { name: "One solo at a time" })).toBeFocused();
  await mixer.keyboard.press("Enter");
  await soloOf(mixer, "Kick").click();
  await soloOf(mixer, "Snare").click();
  await expect(soloOf(mixer, "Kick")).toHaveAttribute("aria-pressed", "false");
  await mixer.keyboard.press("Alt+s");
  await expect(soloOf(mixer, "Snare")).toHaveAttribute("aria-pressed", "false");
  await expect(mixer.getByRole("button", { name: "Undo: Clear solo" })).toBeVisible();
});

test("listening before the fader: the monitor hears the strip with its fader closed, the mix goes on", async ({ mixer }) => {
  await soloOf(mixer, "Pad").click({ button: "right" });
  await mixer.getByRole("menuitem", { name: "Listen before the fader (PFL)" }).click();
  await strip(mixer, "Pad").getByRole("slider", { name: "Fader of Pad" }).press("Home");
  await muteOf(mixer, "Master").click();
  await play(mixer);
  await expect.poll(() => stripPeak(mixer, "Lead")).toBeGreaterThan(0.01);
  expect(Math.max(...(await outputPeaks(mixer)))).toBe(0);
  await expect(soloOf(mixer, "Pad")).toHaveText("PFL");
  await soloOf(mixer, "Pad").click();
  await expect(mixer.getByRole("group", { name: "Monitor" }).getByRole("status")).toContainText("Listen before the fader (PFL)");
  await expect.poll(async () => Math.max(...(await outputPeaks(mixer)))).toBeGreaterThan(0.01);
  expect(await stripPeak(mixer, "Lead")).toBeGreaterThan(0);
});
