import { expect, test } from "../testing/mixer-test.js";

test("the loop is bounced to a WAV file of the chosen depth, with what there is to know about it", async ({ mixer }) => {
  await mixer.evaluate(() => window.headroom?.document.song.setLoop({ enabled: true, startSeconds: 8, endSeconds: 12 }));
  await mixer.getByTitle("Render the mix to a WAV file").click();
  const dialog = mixer.getByRole("dialog", { name: "Bounce to WAV" });
  await dialog.getByRole("radio", { name: /^Loop \(0:08.0 to 0:12.0\)/ }).check();
  await dialog.getByRole("radio", { name: /^16 bit/ }).check();
  await dialog.getByRole("button", { name: "Bounce", exact: true }).click();
  const link = dialog.getByRole("link", { name: /Download Room to Breathe \(16-bit\)\.wav/ });
  await expect(link).toBeVisible({ timeout: 30_000 });
  await expect(dialog).toContainText(/[\d.]+× real time/);
  // The demo song is far too hot.
  await expect(dialog).toContainText("over full scale and were cut off");
  const bytes = await link.evaluate(async (anchor: HTMLAnchorElement) => {
    const header = new DataView(await (await fetch(anchor.href)).arrayBuffer());
    return { channels: header.getUint16(22, true), rate: header.getUint32(24, true), bits: header.getUint16(34, true), size: header.byteLength };
  });
  expect(bytes).toMatchObject({ channels: 2, rate: 48_000, bits: 16 });
  expect(bytes.size).toBeGreaterThanOrEqual(44 + 4 * 48_000 * 4);
});

test("a bounce can be cancelled and begun again", async ({ mixer }) => {
  await mixer.keyboard.press("Control+b");
  const dialog = mixer.getByRole("dialog", { name: "Bounce to WAV" });
  await dialog.getByRole("radio", { name: /^Whole song/ }).check();
  await dialog.getByRole("button", { name: "Bounce", exact: true }).click();
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog.getByRole("button", { name: "Bounce", exact: true })).toBeVisible();
  await expect(dialog.getByRole("progressbar")).toHaveCount(0);
});

test("stems, another level and another rate: a file a strip, the mix at the level asked for", async ({ mixer }) => {
  await mixer.evaluate(() => window.headroom?.document.song.setLoop({ enabled: true, startSeconds: 8, endSeconds: 10 }));
  await mixer.keyboard.press("Control+b");
  const dialog = mixer.getByRole("dialog", { name: "Bounce to WAV" });
  await dialog.getByRole("combobox", { name: "Sample rate" }).selectOption("44100");
  await dialog.getByRole("combobox", { name: "Level" }).selectOption("peak");
  const level = dialog.getByRole("textbox", { name: "Peak in dBFS" });
  await level.fill("loud");
  await expect(dialog.getByRole("alert")).toHaveText("A level of “loud” cannot be: type a number from -60 to 0 dBFS.");
  await expect(dialog.getByRole("button", { name: "Bounce", exact: true })).toBeDisabled();
  await level.fill("-3");
  await dialog.getByRole("checkbox", { name: /^A file for each of the \d+ strips/ }).check();
  await dialog.getByRole("button", { name: "Bounce", exact: true }).click();
  const link = dialog.getByRole("link", { name: /^Download Room to Breathe \(24-bit\)\.wav/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expect(dialog).toContainText("−3.0 dBFS");
  await expect(dialog).toContainText(/−\d+\.\d LUFS/);
  const strips = await mixer.evaluate(() => Object.values(window.headroom?.document.snapshot().strips ?? {}).filter(({ output }) => output === "master").length);
  await expect(dialog.getByRole("list", { name: "Stems" }).getByRole("link")).toHaveCount(strips);
  const rate = await link.evaluate(async (anchor: HTMLAnchorElement) => new DataView(await (await fetch(anchor.href)).arrayBuffer()).getUint32(24, true));
  expect(rate).toBe(44_100);
});
