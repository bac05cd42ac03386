import { expect, outputPeaks, stripPeak, test } from "../testing/mixer-test.js";

test("the monitor's level, mute, mono and sides are heard, the master's meter stays, and undo leads past them", async ({ mixer }) => {
  const monitor = mixer.getByRole("group", { name: "Monitor" });
  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => stripPeak(mixer, "Master")).toBeGreaterThan(0.1);
  await monitor.getByRole("button", { name: "Mute the monitor" }).click();
  await expect.poll(async () => Math.max(...(await outputPeaks(mixer)))).toBe(0);
  expect(await stripPeak(mixer, "Master")).toBeGreaterThan(0.01);
  await monitor.getByRole("button", { name: "Mute the monitor" }).press("Enter");

  await monitor.getByRole("button", { name: "Monitor in mono" }).click();
  await expect.poll(async () => { const [left = 0, right = 1] = await outputPeaks(mixer); return left > 0.01 && Math.abs(left - right) < 1e-6; }).toBe(true);
  await monitor.getByRole("button", { name: "Monitor in mono" }).click();

  const level = monitor.getByRole("slider", { name: "Monitor level" });
  await level.press("Home");
  await expect.poll(async () => Math.max(...(await outputPeaks(mixer)))).toBe(0);
  await level.press("Delete");
  await expect(level).toHaveAttribute("aria-valuenow", "0");

  await monitor.getByRole("button", { name: "Monitor hears both sides" }).click();
  await expect(monitor.getByRole("button", { name: "Monitor hears the left side alone" })).toHaveAttribute("aria-pressed", "true");
  await monitor.getByRole("button", { name: "Monitor hears the left side alone" }).click();
  await monitor.getByRole("button", { name: "Monitor hears the right side alone" }).click();
  await expect(mixer.getByRole("button", { name: "Undo: Load the demo song" })).toBeVisible();
});

test("dim takes away what its menu says", async ({ mixer }) => {
  const monitor = mixer.getByRole("group", { name: "Monitor" });
  const dim = monitor.getByRole("button", { name: /^Dim the monitor/ });
  await dim.focus();
  await mixer.keyboard.press("Shift+F10");
  await mixer.getByRole("menuitem", { name: "30 dB" }).click();
  await expect(monitor.getByRole("button", { name: "Dim the monitor by 30 dB" })).toHaveAttribute("aria-pressed", "true");
  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => stripPeak(mixer, "Master")).toBeGreaterThan(0.1);
  await expect.poll(async () => { const [left = 0] = await outputPeaks(mixer); return left > 0 && left < 0.1; }).toBe(true);
  await dim.click();
  await mixer.evaluate(() => window.headroom?.document.song.setMonitor({ dimDb: -20 }));
});
