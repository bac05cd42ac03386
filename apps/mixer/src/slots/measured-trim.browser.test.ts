import { expect, slotNames, strip, test, waitUntilRunning } from "../testing/mixer-test.js";

test("Gain Trim listens to a channel, says the gain, and sets it as one step to undo", async ({ mixer }) => {
  expect((await slotNames(mixer, "Kick"))[0]).toBe("Gain Trim");
  await waitUntilRunning(mixer);
  await strip(mixer, "Kick").locator(".slot").first().locator(".slot-name").click();
  const window_ = mixer.getByRole("dialog", { name: "Gain Trim — Kick" });
  const gain = window_.getByRole("slider", { name: "Gain" });
  const plan = window_.getByRole("region", { name: "Measured trim" }).locator(".gain-trim-plan");
  const undoName = () => mixer.evaluate(() => window.headroom?.document.undoName);
  const before = await undoName();

  await window_.getByRole("button", { name: "Listen" }).click();
  await expect(plan).toHaveText(/^Nothing above −70 dBFS in .* s: start playback\.$/);
  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await expect(plan).toHaveText(/^−\d+\.\d dBFS RMS heard in \d+\.\d s of sound → gain [+−]\d+\.\d dB$/, { timeout: 20_000 });
  // Listening is no edit.
  expect(await undoName()).toBe(before);

  const setGain = window_.getByRole("button", { name: "Set gain" });
  await setGain.click();
  await expect(plan).toHaveText(/ of sound, −18\.0 dBFS RMS after [+−]\d+\.\d dB\.$/);
  const said = /after (.*)\.$/.exec((await plan.textContent()) ?? "")?.[1];
  await expect(gain).toHaveAttribute("aria-valuetext", said ?? "");
  const params = await mixer.evaluate(() => Object.values(window.headroom?.document.snapshot().strips ?? {}).find(({ name }) => name === "Kick")?.inserts[0]?.params);
  expect(Object.keys(params ?? {})).toEqual(["gain"]);

  await mixer.evaluate(() => window.headroom?.document.undo());
  await expect(gain).toHaveAttribute("aria-valuetext", "0.0 dB");
  expect(await undoName()).toBe(before);
});
