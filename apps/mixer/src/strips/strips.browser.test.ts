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
