import type { Page } from "@playwright/test";
import { expect, strip, stripPeak, test } from "../testing/mixer-test.js";

const sendsOf = (page: Page, stripName: string) =>
  page.evaluate((name) => {
    const strips = window.headroom?.document.snapshot().strips ?? {};
    return Object.values(strips).find((one) => one.name === name)?.sends.map(({ to, preFader, levelDb, pan, mute }) => ({ to: strips[to]?.name, preFader, levelDb, pan, mute }));
  }, stripName);

test("a send is added to a new bus, taken before the fader, heard there with the fader closed, and removed", async ({ mixer }) => {
  await strip(mixer, "Pad").getByRole("button", { name: "Add a send of Pad" }).click();
  await mixer.getByRole("menuitem", { name: "New bus" }).click();
  await expect(mixer.getByRole("button", { name: "Undo: Send Pad to a new bus" })).toBeVisible();
  expect(await sendsOf(mixer, "Pad")).toEqual([{ to: "Bus", preFader: false, levelDb: 0, pan: 0, mute: false }]);

  await strip(mixer, "Pad").getByRole("slider", { name: "Fader of Pad" }).press("Home");
  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => stripPeak(mixer, "Lead")).toBeGreaterThan(0.01);
  expect(await stripPeak(mixer, "Bus")).toBe(0);
  await strip(mixer, "Pad").getByRole("button", { name: "Before the fader: send of Pad to Bus" }).click();
  await expect.poll(() => stripPeak(mixer, "Bus")).toBeGreaterThan(0.01);
  await strip(mixer, "Pad").getByRole("button", { name: "On: send of Pad to Bus" }).click();
  await expect.poll(() => stripPeak(mixer, "Bus")).toBeLessThan(0.003);

  await strip(mixer, "Pad").getByRole("button", { name: "Send of Pad to Bus, before the fader, muted" }).click({ button: "right" });
  await mixer.getByRole("menuitem", { name: "Remove" }).click();
  expect(await sendsOf(mixer, "Pad")).toEqual([]);
});

test("a send is made and set by keyboard alone", async ({ mixer }) => {
  await strip(mixer, "Vocal").getByRole("button", { name: "Add a send of Vocal" }).focus();
  await mixer.keyboard.press("Enter");
  await expect(mixer.locator(".menu-popover:focus-within")).toBeVisible();
  await mixer.keyboard.press("ArrowDown");
  await mixer.keyboard.press("Enter");
  const row = strip(mixer, "Vocal").getByRole("button", { name: /^Send of Vocal to Drums/ });
  await expect(row).toBeFocused();
  await mixer.keyboard.press("p");
  await mixer.keyboard.press("m");
  await mixer.keyboard.press("Tab");
  const level = strip(mixer, "Vocal").getByRole("slider", { name: "Level of the send of Vocal to Drums" });
  await expect(level).toBeFocused();
  await mixer.keyboard.press("PageDown");
  await expect(level).toHaveAttribute("aria-valuetext", "−6.0 dB");
  await expect.poll(() => sendsOf(mixer, "Vocal")).toEqual([{ to: "Drums", preFader: true, levelDb: -6, pan: 0, mute: true }]);
  await mixer.keyboard.press("Shift+Tab");

  await mixer.keyboard.press("Enter");
  const panel = mixer.getByRole("dialog", { name: "Send of Vocal to Drums" });
  await panel.getByRole("slider", { name: "Pan of the send of Vocal to Drums" }).press("End");
  await panel.getByLabel("Target of the send of Vocal").selectOption({ label: "Master" });
  await mixer.keyboard.press("Escape");
  expect(await sendsOf(mixer, "Vocal")).toEqual([{ to: "Master", preFader: true, levelDb: -6, pan: 1, mute: true }]);
  await expect(mixer.getByRole("button", { name: "Undo: Change send of Vocal to Drums" })).toBeVisible();
  await strip(mixer, "Vocal").getByRole("button", { name: /^Send of Vocal to Master/ }).focus();
  await mixer.keyboard.press("Delete");
  expect(await sendsOf(mixer, "Vocal")).toEqual([]);
  await expect(strip(mixer, "Vocal").getByRole("button", { name: "Add a send of Vocal" })).toBeFocused();
});

test("a drag of a send's level is one undo step", async ({ mixer }) => {
  await strip(mixer, "Lead").getByRole("button", { name: "Add a send of Lead" }).click();
  await mixer.getByRole("menuitem", { name: "Drums" }).click();
  const box = await strip(mixer, "Lead").locator(".send-level").boundingBox();
  if (!box) throw new Error("The level is not on the screen.");
  await mixer.mouse.move(box.x + 6, box.y + 6);
  await mixer.mouse.down();
  await mixer.mouse.move(box.x + 6, box.y + 46, { steps: 6 });
  await mixer.mouse.up();
  await expect(mixer.getByRole("button", { name: "Undo: Change send of Lead to Drums" })).toBeVisible();
  await mixer.keyboard.press("Control+z");
  await expect(mixer.getByRole("button", { name: "Undo: Send Lead to Drums" })).toBeVisible();
  expect((await sendsOf(mixer, "Lead"))?.[0]?.levelDb).toBe(0);
});

test("what would be a loop is offered nowhere, and its path is said where it would be chosen", async ({ mixer }) => {
  await strip(mixer, "Drums").getByRole("button", { name: "Add a send of Drums" }).click();
  await mixer.getByRole("menuitem", { name: "New bus" }).click();
  await strip(mixer, "Bus").getByRole("button", { name: "Add a send of Bus" }).click();
  const drums = mixer.getByRole("menuitem", { name: "Drums" });
  await expect(drums).toHaveAttribute("aria-disabled", "true");
  await expect(drums).toContainText("Would be a loop: Bus → Drums → Bus");
  await mixer.keyboard.press("Escape");
  await expect(mixer.getByLabel("Output of Bus").getByRole("option", { name: "Drums — a loop: Bus → Drums → Bus" })).toBeDisabled();
});
