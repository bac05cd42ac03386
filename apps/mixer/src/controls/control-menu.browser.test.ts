import { expect, strip, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

test("every control has a menu: type in any unit, copy, paste, reset; each is one undo step", async ({ mixer }) => {
  const fader = mixer.getByRole("slider", { name: "Fader of Pad", exact: true });
  await fader.click({ button: "right" });
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.getByRole("menuitem", { name: /^Type a value/ }).click();
  const entry = mixer.getByRole("textbox", { name: "Value of Fader of Pad" });
  await expect(entry).toBeFocused();
  await entry.fill("50%");
  expect(await seriousFaults(mixer)).toEqual([]);
  await entry.press("Enter");
  await expect(fader).toHaveAttribute("aria-valuetext", "−6.0 dB");
  await expect(fader).toBeFocused();

  await fader.click({ button: "right" });
  await mixer.getByRole("menuitem", { name: /^Copy value/ }).click();
  const other = mixer.getByRole("slider", { name: "Fader of Bass", exact: true });
  await other.click({ button: "right" });
  await mixer.getByRole("menuitem", { name: /^Paste value/ }).click();
  await expect(other).toHaveAttribute("aria-valuetext", "−6.0 dB");
  await other.click({ button: "right" });
  await mixer.getByRole("menuitem", { name: /^Reset/ }).click();
  await expect(other).toHaveAttribute("aria-valuetext", "0.0 dB");
  await mixer.getByRole("button", { name: "Undo: Change fader of Bass" }).click();
  await expect(other).toHaveAttribute("aria-valuetext", "−6.0 dB");
});

test("pans are typed by side, sends' and inserts' dials take typed values too, and what is no value is said", async ({ mixer }) => {
  const pan = mixer.getByRole("slider", { name: "Pan of Lead", exact: true });
  await pan.press("Enter");
  await mixer.getByRole("textbox", { name: /pan/i }).fill("L30");
  await mixer.keyboard.press("Enter");
  await expect(pan).toHaveAttribute("aria-valuetext", "L 30");

  await mixer.getByRole("slider", { name: "Mix of Parametric EQ, slot 1 of Lead" }).press("4");
  const mix = mixer.getByRole("textbox", { name: /^Value of Mix/ });
  await mix.fill("loud");
  await mix.press("Enter");
  await expect(mixer.getByRole("alert").filter({ hasText: "“loud” is no value" })).toBeVisible();
  await mix.fill("-6 dB");
  await mix.press("Enter");
  await expect(mixer.getByRole("slider", { name: "Mix of Parametric EQ, slot 1 of Lead" })).toHaveAttribute("aria-valuetext", "50 %");
});

test("the right button opens a strip's menu anywhere on it, and a knob's in a plugin window", async ({ mixer }) => {
  await strip(mixer, "Chords").locator(".strip-pan-peak").click({ button: "right", position: { x: 45, y: 4 } });
  await expect(mixer.getByRole("menu", { name: "Chords" })).toBeVisible();
  await mixer.keyboard.press("Escape");
  await strip(mixer, "Kick").locator(".slot-name").first().click();
  const window = mixer.getByRole("dialog", { name: "Gain Trim — Kick" });
  await window.getByRole("slider").first().click({ button: "right" });
  await expect(mixer.getByRole("menuitem", { name: /^Type a value/ })).toBeVisible();
});
