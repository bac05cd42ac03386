import type { Page } from "@playwright/test";
import { expect, slotNames, strip, test, waitUntilRunning } from "../testing/mixer-test.js";

const slot = (page: Page, stripName: string, number: number) => strip(page, stripName).locator(".slot").nth(number - 1);

test("a plugin is put into an empty slot by pointer, opens its window, and is undone", async ({ mixer }) => {
  await slot(mixer, "Snare", 3).getByRole("button").click();
  await mixer.getByRole("menuitem", { name: /Parametric EQ/ }).click();
  await expect(mixer.getByRole("dialog", { name: "Parametric EQ — Snare" })).toBeVisible();
  expect((await slotNames(mixer, "Snare"))[2]).toBe("Parametric EQ");
  await waitUntilRunning(mixer);
  await mixer.getByRole("button", { name: "Close Parametric EQ of Snare" }).click();
  await mixer.getByRole("button", { name: "Undo: Add Parametric EQ to Snare" }).click();
  expect((await slotNames(mixer, "Snare"))[2]).toBeNull();
});

test("a plugin is put in, moved, bypassed and removed by keyboard alone", async ({ mixer }) => {
  await slot(mixer, "Snare", 1).getByRole("button").focus();
  await mixer.keyboard.press("ArrowDown");
  await mixer.keyboard.press("Enter");
  await expect(mixer.getByRole("menu")).toBeVisible();
  await mixer.keyboard.type("gain");
  await mixer.keyboard.press("Enter");
  await expect(mixer.getByRole("dialog", { name: "Gain Trim — Snare" })).toBeVisible();
  await mixer.getByRole("button", { name: "Close Gain Trim of Snare" }).press("Enter");
  await slot(mixer, "Snare", 2).locator("[data-slot-focus]").focus();

  await mixer.keyboard.press("Alt+ArrowDown");
  await expect(slot(mixer, "Snare", 3).locator("[data-slot-focus]")).toBeFocused();
  await mixer.keyboard.press("Alt+ArrowRight");
  await expect(slot(mixer, "Clap", 3).locator("[data-slot-focus]")).toBeFocused();
  expect((await slotNames(mixer, "Clap"))[2]).toBe("Gain Trim");
  await mixer.keyboard.press("b");
  await expect(mixer.getByRole("button", { name: "Gain Trim, slot 3 of Clap, bypassed" })).toBeVisible();
  await mixer.keyboard.press("Delete");
  expect(await slotNames(mixer, "Clap")).toEqual(Array(10).fill(null));
});

test("an insert is dragged to another slot, to another channel, and copied with Ctrl", async ({ mixer }) => {
  await slot(mixer, "Bass", 1).locator(".slot-name").dragTo(slot(mixer, "Bass", 5));
  expect((await slotNames(mixer, "Bass"))[4]).toBe("Parametric EQ");
  await slot(mixer, "Bass", 5).locator(".slot-name").dragTo(slot(mixer, "Snare", 2));
  expect((await slotNames(mixer, "Snare"))[1]).toBe("Parametric EQ");
  expect(await slotNames(mixer, "Bass")).toEqual(Array(10).fill(null));

  await slot(mixer, "Snare", 2).locator(".slot-name").hover();
  await mixer.mouse.down();
  await slot(mixer, "Clap", 1).hover();
  await mixer.keyboard.down("Control");
  await slot(mixer, "Clap", 1).hover({ position: { x: 20, y: 8 } });
  await mixer.mouse.up();
  await mixer.keyboard.up("Control");
  expect((await slotNames(mixer, "Snare"))[1]).toBe("Parametric EQ");
  expect((await slotNames(mixer, "Clap"))[0]).toBe("Parametric EQ");
  // A drag opens no window.
  await expect(mixer.locator(".window")).toHaveCount(0);
});

test("turning a parameter is heard at once and is one undo step", async ({ mixer }) => {
  await slot(mixer, "Kick", 1).locator(".slot-name").click();
  const gain = mixer.getByRole("dialog", { name: "Gain Trim — Kick" }).getByRole("slider").first();
  await gain.focus();
  for (let press = 0; press < 4; press++) await mixer.keyboard.press("ArrowDown");
  await mixer.keyboard.press("PageDown");
  await expect(gain).toHaveAttribute("aria-valuenow", /^-/);
  const steps = await mixer.evaluate(() => {
    let undone = 0;
    const session = window.headroom?.document;
    while (session?.undoName !== undefined && session.undoName !== "Load the demo song") {
      session.undo();
      undone++;
    }
    return undone;
  });
  expect(steps).toBeLessThanOrEqual(5);
  await expect(gain).toHaveAttribute("aria-valuenow", "0");
});
