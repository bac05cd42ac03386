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
  await expect(mixer.locator(".menu-popover:focus-within")).toBeVisible();
  await mixer.keyboard.type("gain");
  await mixer.keyboard.press("Enter");
  await expect(mixer.getByRole("dialog", { name: "Gain Trim — Snare" })).toBeVisible();
  await mixer.keyboard.press("Escape");
  await expect(slot(mixer, "Snare", 2).locator("[data-slot-focus]")).toBeFocused();

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

test("adding an equalizer's band, and dragging it in two directions, is one undo step each", async ({ mixer }) => {
  await slot(mixer, "Bass", 1).locator(".slot-name").click();
  const graph = mixer.getByRole("group", { name: "Response" });
  await graph.dblclick({ position: { x: 400, y: 120 } });
  const token = mixer.locator(".eq-token:focus");
  await expect(token).toBeVisible();
  const box = (await token.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await mixer.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await mixer.mouse.down();
  await mixer.mouse.move(box.x + 90, box.y + 70, { steps: 5 });
  await mixer.mouse.up();
  const params = () => mixer.evaluate(() => Object.values(window.headroom?.document.snapshot().strips ?? {}).find(({ name }) => name === "Bass")?.inserts[0]?.params);
  const names = async () => Object.keys((await params()) ?? {}).filter((id) => id.endsWith(".enabled")).length;
  const before = await params();
  await mixer.getByRole("button", { name: "Undo: Change Parametric EQ" }).click();
  await expect.poll(params).not.toEqual(before);
  expect(await names()).toBeGreaterThan(0);
  await mixer.getByRole("button", { name: "Undo: Change Parametric EQ" }).click();
  await expect(mixer.getByRole("button", { name: "Undo: Change Parametric EQ" })).toHaveCount(0);
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

test("turning a parameter is heard while the hand moves, and is one undo step", async ({ mixer }) => {
  await slot(mixer, "Vocal", 2).locator(".slot-name").click();
  // The pad sounds from the first bar on. The open window stays with its insert.
  await mixer.evaluate(() => {
    const session = window.headroom?.document;
    const pad = Object.values(session?.snapshot().strips ?? {}).find(({ name }) => name === "Pad");
    const gain = Object.values(session?.snapshot().strips ?? {}).find(({ name }) => name === "Vocal")?.inserts[1];
    if (pad && gain) session?.inserts.move(gain.id, pad.id, 1);
  });
  const gain = mixer.getByRole("dialog", { name: "Gain Trim — Pad" }).getByRole("slider", { name: /gain/i });
  await mixer.keyboard.press("Space");
  const ratio = () =>
    mixer.evaluate(() => {
      const pad = Object.values(window.headroom?.document.snapshot().strips ?? {}).find(({ name }) => name === "Pad");
      const levels = new Float32Array(4);
      window.headroom?.engine?.readInsertLevels(pad?.inserts[1]?.id ?? "", levels);
      return (levels[0] ?? 0) > 0.01 ? (levels[2] ?? 0) / (levels[0] ?? 1) : 1;
    });

  const box = await gain.boundingBox();
  if (!box) throw new Error("The knob is not on the screen.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mixer.mouse.move(x, y);
  await mixer.mouse.down();
  for (let step = 1; step <= 8; step++) await mixer.mouse.move(x, y + 20 * step);
  await expect.poll(ratio).toBeLessThan(0.2);
  await expect(mixer.getByRole("button", { name: "Undo: Move Gain Trim to Pad" })).toBeVisible();
  await mixer.mouse.up();
  await mixer.getByRole("button", { name: "Undo: Change gain of Gain Trim" }).click();
  await expect(gain).toHaveAttribute("aria-valuenow", "0");
  await expect(mixer.getByRole("button", { name: "Undo: Move Gain Trim to Pad" })).toBeVisible();
});
