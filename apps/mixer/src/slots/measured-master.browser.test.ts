import { expect, slotNames, strip, test, waitUntilRunning } from "../testing/mixer-test.js";

test("Meter measures the song on the master; a reset is no edit, a target is one", async ({ mixer }) => {
  const slot = (await slotNames(mixer, "Master")).indexOf("Meter");
  await waitUntilRunning(mixer);
  await strip(mixer, "Master").locator(".slot").nth(slot).locator(".slot-name").click();
  const window_ = mixer.getByRole("dialog", { name: "Meter — Master" });
  const time = window_.locator(".meter-time");
  const loudness = window_.getByRole("region", { name: "Loudness" });
  const undoName = () => mixer.evaluate(() => window.headroom?.document.undoName);
  const before = await undoName();

  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await expect(time).toHaveText(/^Measured (0:0[4-9]|0:[1-5]\d|[1-9]:\d\d)$/, { timeout: 20_000 });
  await expect(loudness).toContainText(/\d LU (above|below) −14\.0 LUFS/);
  await mixer.getByRole("button", { name: "Stop", exact: true }).click();
  // Silence takes no time once it has reached short-term loudness.
  await expect(window_.getByRole("meter", { name: "Momentary loudness" })).toHaveAttribute("aria-valuetext", "−∞ LUFS", { timeout: 20_000 });

  await window_.getByRole("button", { name: "Reset", exact: true }).click();
  await expect(time).toHaveText("Measured 0:00");
  await expect(loudness).toContainText("Nothing measured yet");
  expect(await undoName()).toBe(before);

  const target = window_.getByRole("combobox", { name: "Target" });
  await target.selectOption("EBU R 128 (−23 LUFS)");
  expect(await undoName()).not.toBe(before);
  await mixer.evaluate(() => window.headroom?.document.undo());
  await expect(target).toHaveValue("1");
  expect(await undoName()).toBe(before);
});
