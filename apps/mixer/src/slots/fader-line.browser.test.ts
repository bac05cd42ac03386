import type { Page } from "@playwright/test";
import { expect, strip, test, waitUntilRunning } from "../testing/mixer-test.js";

const before = (page: Page, stripName: string) =>
  page.evaluate((name) => Object.values(window.headroom?.document.snapshot().strips ?? {}).find((one) => one.name === name)?.slotsBeforeFader, stripName);

test("the fader's place among the inserts is dragged, and moved by keys, one step each", async ({ mixer }) => {
  const line = strip(mixer, "Bass").getByRole("separator", { name: "Place of the fader of Bass" });
  await expect(line).toHaveAttribute("aria-valuetext", "10 slots before the fader, 0 after");
  const third = await strip(mixer, "Bass").locator(".slot").nth(2).boundingBox();
  const box = await line.boundingBox();
  if (!third || !box) throw new Error("The slots are not on the screen.");
  await mixer.mouse.move(box.x + 20, box.y + 3);
  await mixer.mouse.down();
  await mixer.mouse.move(third.x + 20, third.y - 1, { steps: 8 });
  await mixer.mouse.up();
  expect(await before(mixer, "Bass")).toBe(2);
  await mixer.keyboard.press("Control+z");
  expect(await before(mixer, "Bass")).toBe(10);

  await line.press("ArrowUp");
  await line.press("ArrowUp");
  expect(await before(mixer, "Bass")).toBe(8);
  await expect(line).toHaveAttribute("aria-valuetext", "8 slots before the fader, 2 after");
  await expect(mixer.getByRole("button", { name: "Undo: Change place of the fader of Bass" })).toBeVisible();
});

test("an insert goes behind the fader by its menu, and then hears what the fader leaves", async ({ mixer }) => {
  await strip(mixer, "Pad").getByRole("button", { name: /^Parametric EQ, slot 1/ }).click({ button: "right" });
  await mixer.getByRole("menuitem", { name: "Place after the fader" }).click();
  expect(await before(mixer, "Pad")).toBe(0);
  await waitUntilRunning(mixer);
  const input = () =>
    mixer.evaluate(() => {
      const insert = Object.values(window.headroom?.document.snapshot().strips ?? {}).find(({ name }) => name === "Pad")?.inserts[0];
      const levels = new Float32Array(4);
      window.headroom?.engine?.readInsertLevels(insert?.id ?? "", levels);
      return levels[0] ?? 0;
    });
  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(input).toBeGreaterThan(0.01);
  await strip(mixer, "Pad").getByRole("slider", { name: "Fader of Pad" }).press("Home");
  await expect.poll(input).toBeLessThan(0.003);
});
