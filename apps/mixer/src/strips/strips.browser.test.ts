import { expect, strip, test } from "../testing/mixer-test.js";

test("keys mute, solo, walk along the strips, and undo by name", async ({ mixer }) => {
  await mixer.getByRole("button", { name: "Bass", exact: true }).last().click();
  await mixer.keyboard.press("m");
  await expect(mixer.getByRole("button", { name: "Mute Bass", exact: true })).toHaveAttribute("aria-pressed", "true");
  await mixer.keyboard.press("s");
  await expect(mixer.getByRole("button", { name: "Solo Bass", exact: true })).toHaveAttribute("aria-pressed", "true");
  await mixer.keyboard.press("ArrowRight");
  await expect(strip(mixer, "Chords")).toHaveAttribute("data-selected", "true");
  await expect(mixer.getByRole("button", { name: "Undo: Solo Bass" })).toBeVisible();
  await mixer.keyboard.press("Control+z");
  await expect(mixer.getByRole("button", { name: "Solo Bass", exact: true })).toHaveAttribute("aria-pressed", "false");
  await mixer.keyboard.press("Control+Shift+z");
  await expect(mixer.getByRole("button", { name: "Solo Bass", exact: true })).toHaveAttribute("aria-pressed", "true");
});

test("a fader drag is one undo step, however many moves it has", async ({ mixer }) => {
  const fader = mixer.getByRole("slider", { name: "Fader of Lead" });
  const box = await fader.boundingBox();
  if (!box) throw new Error("The fader is not on the screen.");
  await mixer.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await mixer.mouse.down();
  for (let step = 1; step <= 10; step++) await mixer.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 4 * step);
  await mixer.mouse.up();
  await expect(fader).toHaveAttribute("aria-valuenow", /^-/);
  await mixer.getByRole("button", { name: "Undo: Change fader of Lead" }).click();
  await expect(fader).toHaveAttribute("aria-valuenow", "0");
  await expect(mixer.getByRole("button", { name: "Undo: Load the demo song" })).toBeVisible();
});

test("a strip is renamed, duplicated and deleted, and a bus takes it as its input", async ({ mixer }) => {
  await mixer.getByRole("button", { name: "Pad", exact: true }).last().dblclick();
  await mixer.getByRole("textbox", { name: "New name of Pad" }).fill("Warm pad");
  await mixer.keyboard.press("Enter");
  await expect(strip(mixer, "Warm pad")).toBeVisible();

  await mixer.keyboard.press("Control+d");
  await expect(mixer.getByRole("button", { name: "Warm pad", exact: true })).toHaveCount(4);
  await mixer.keyboard.press("Delete");
  await expect(mixer.getByRole("button", { name: "Warm pad", exact: true })).toHaveCount(2);

  await mixer.getByTitle("Add a group bus").click();
  await mixer.getByLabel("Output of Warm pad").selectOption({ label: "Bus" });
  const [output, bus] = await mixer.evaluate(() => {
    const all = Object.values(window.headroom?.document.snapshot().strips ?? {});
    return [all.find(({ name }) => name === "Warm pad")?.output, all.find(({ name }) => name === "Bus")?.id];
  });
  expect(output).toBe(bus);
  // A bus offers no output that would lead back to itself.
  await expect(mixer.getByLabel("Output of Bus").getByRole("option")).toHaveText(["Master", "Drums", "Nowhere"]);
});

test("meters show what a strip puts out, and the clip light goes out on a click", async ({ mixer }) => {
  await mixer.getByRole("slider", { name: "Trim of Pad" }).press("End");
  await mixer.keyboard.press("Space");
  const light = mixer.getByRole("button", { name: "Level of Master: put out the clip light" });
  await expect(light).toHaveAttribute("data-clipped", "");
  await expect(mixer.getByRole("meter", { name: "Level of Pad" })).not.toHaveAttribute("aria-valuetext", "silent");
  await mixer.keyboard.press("Space");
  await expect(mixer.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  // What was on its way when the song paused may light it once more.
  await expect(async () => {
    await light.click();
    await expect(light).not.toHaveAttribute("data-clipped", { timeout: 300 });
  }).toPass();
});

test("a channel is dragged by its name to another place, as one undo step; Escape gives it up", async ({ mixer }) => {
  const names = () => mixer.locator(".mixer-strips > .strip .strip-name-text").allTextContents();
  const before = await names();
  const box = async (name: string) => {
    const found = await strip(mixer, name).locator(".strip-name-text").boundingBox();
    if (!found) throw new Error(`${name} is not on the screen.`);
    return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
  };
  const drag = async (from: string, to: string, dx: number) => {
    const [start, end] = [await box(from), await box(to)];
    await mixer.mouse.move(start.x, start.y);
    await mixer.mouse.down();
    await mixer.mouse.move(end.x + dx, end.y, { steps: 4 });
  };
  await drag("Kick", "Hats", 30);
  await mixer.mouse.up();
  expect((await names()).slice(0, 4)).toEqual(["Snare", "Clap", "Hats", "Kick"]);
  await mixer.getByRole("button", { name: "Undo: Move Kick" }).click();
  expect(await names()).toEqual(before);
  await drag("Pad", "Bass", -30);
  await mixer.keyboard.press("Escape");
  await mixer.mouse.up();
  expect(await names()).toEqual(before);
});

test("a focus that goes to a strip behind the edge brings the whole strip into view", async ({ mixer }) => {
  await mixer.setViewportSize({ width: 1024, height: 800 });
  await strip(mixer, "Kick").locator(".strip-name-text").click();
  for (let presses = 0; presses < 10; presses++) await mixer.keyboard.press("ArrowRight");
  await expect(strip(mixer, "Drums").locator(".strip-name-text")).toBeFocused();
  const seen = await mixer.evaluate(() => {
    const row = document.querySelector(".mixer-strips")?.getBoundingClientRect();
    const focused = document.activeElement?.closest(".strip")?.getBoundingClientRect();
    return row !== undefined && focused !== undefined && focused.right <= row.right + 1 && focused.left >= row.left - 1;
  });
  expect(seen).toBe(true);
  await mixer.setViewportSize({ width: 1280, height: 800 });
});
