import { expect, outputPeaks, strip, stripPeak, test } from "../testing/mixer-test.js";

const latency = () => window.headroom?.engine?.status().latencyFrames;

test.afterEach(async ({ mixer }) => {
  if (await mixer.getByRole("group", { name: "Input of Pad" }).isVisible()) await mixer.keyboard.press("i");
});

test("both sides of a strip are placed by dual pan, and heard there", async ({ mixer }) => {
  await mixer.getByRole("button", { name: "Parts of the strips" }).click();
  await mixer.getByRole("menuitem", { name: /^Input details/ }).click();
  expect(await mixer.evaluate(() => localStorage.getItem("headroom.mixer-sections"))).toContain('"input":true');
  const input = mixer.getByRole("group", { name: "Input of Pad" });
  await input.getByRole("button", { name: "Dual pan of Pad" }).click();
  await strip(mixer, "Pad").getByRole("slider", { name: "Right pan of Pad" }).press("Home");
  await expect(mixer.getByRole("button", { name: "Undo: Change pan of Pad" })).toBeVisible();
  await strip(mixer, "Pad").getByRole("button", { name: "Solo Pad", exact: true }).click();
  await mixer.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => stripPeak(mixer, "Pad")).toBeGreaterThan(0.01);
  await expect.poll(async () => { const [left = 0, right = 1] = await outputPeaks(mixer); return left > 0.01 && right < 1e-3; }).toBe(true);
});

test("strips are made narrow and wide again, and parts of them put away, and it is kept", async ({ mixer }) => {
  const width = async () => (await strip(mixer, "Pad").boundingBox())?.width ?? 0;
  const before = await width();
  const choose = async (name: RegExp) => {
    await mixer.getByRole("button", { name: "Parts of the strips" }).press("Enter");
    await mixer.getByRole("menuitem", { name }).press("Enter");
  };
  await choose(/^Narrow strips/);
  await expect.poll(width).toBeLessThan(before - 10);
  await choose(/^Sends/);
  await expect(strip(mixer, "Pad").getByRole("list", { name: "Sends of Pad" })).toHaveCount(0);
  expect(await mixer.evaluate(() => localStorage.getItem("headroom.mixer-sections"))).toBe('{"input":false,"inserts":true,"sends":false,"narrow":true}');
  await choose(/^Sends/);
  await choose(/^Narrow strips/);
  await expect.poll(width).toBe(before);
});

test("polarity, swap, width and pan law of a strip, by keyboard", async ({ mixer }) => {
  await mixer.keyboard.press("i");
  const input = mixer.getByRole("group", { name: "Input of Pad" });
  await input.getByRole("button", { name: "Invert the left side of Pad" }).press("Enter");
  await input.getByRole("button", { name: "Swap left and right of Pad" }).press("Enter");
  await input.getByRole("slider", { name: "Width of Pad" }).press("Home");
  await expect(input.getByRole("slider", { name: "Width of Pad" })).toHaveAttribute("aria-valuetext", "0 %");
  await input.getByLabel("Pan law of Pad").selectOption({ label: "Law −4.5 dB" });
  const pad = await mixer.evaluate(() => Object.values(window.headroom?.document.snapshot().strips ?? {}).find(({ name }) => name === "Pad"));
  expect(pad).toMatchObject({ invert: [true, false], swap: true, width: 0, panLawDb: -4.5 });
  await expect(strip(mixer, "Pad").getByRole("button", { name: "Invert polarity of Pad" })).toHaveAttribute("aria-pressed", "mixed");
});

test("a strip's delay is typed in milliseconds and stepped in samples; an early one makes all others wait", async ({ mixer }) => {
  await mixer.keyboard.press("i");
  const before = (await mixer.evaluate(latency)) ?? 0;
  const input = mixer.getByRole("group", { name: "Input of Kick" });
  await input.getByRole("spinbutton", { name: "Delay of Kick in milliseconds" }).fill("-10");
  await mixer.keyboard.press("Enter");
  await expect.poll(() => mixer.evaluate(latency)).toBe(before + 480);
  await expect(input).toContainText("Its own delay makes it 480 frames (10.0 ms) earlier.");
  await input.getByRole("button", { name: "Delays in ms: change to samples" }).click();
  const samples = input.getByRole("spinbutton", { name: "Delay of Kick in samples" });
  await expect(samples).toHaveValue("-480");
  await samples.press("ArrowDown");
  await samples.press("ArrowDown");
  await expect(samples).toHaveValue("-482");
  await expect.poll(() => mixer.evaluate(latency)).toBe(before + 482);
  await mixer.getByRole("button", { name: "Undo: Change delay of Kick" }).click();
  await expect(samples).toHaveValue("-480");
  await input.getByRole("button", { name: "Delays in samples: change to ms" }).click();
});
