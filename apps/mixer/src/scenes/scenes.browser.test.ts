import { expect, strip, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

test("a scene is stored, told apart in words, recalled as one step, and compared by A and B", async ({ mixer }) => {
  const fader = () => mixer.evaluate(() => Object.values(window.headroom?.document.snapshot().strips ?? {}).find(({ name }) => name === "Bass")?.faderDb);
  const set = (faderDb: number) => mixer.evaluate((value) => {
    const session = window.headroom?.document;
    const bass = Object.values(session?.snapshot().strips ?? {}).find(({ name }) => name === "Bass");
    session?.strips.set(bass?.id ?? "", { faderDb: value });
  }, faderDb);
  const dialog = mixer.getByRole("dialog", { name: "Scenes" });
  const before = await fader();
  await mixer.getByRole("button", { name: "Scenes", exact: true }).click();
  await dialog.getByRole("textbox", { name: "Name of the new scene" }).fill("Verse");
  await mixer.keyboard.press("Enter");
  await expect(dialog.getByText("The mix is as “Verse” keeps it.")).toBeVisible();
  await mixer.keyboard.press("Escape");

  await strip(mixer, "Bass").getByRole("button", { name: "Bass", exact: true }).click();
  await mixer.keyboard.press("m");
  await set(-9);
  await mixer.keyboard.press("Control+Shift+s");
  const rows = dialog.getByRole("region", { name: "What is different in Verse" }).getByRole("row");
  await expect(rows).toHaveText([/2 differences\s*Now\s*Verse/, /Bass Fader\s*−9\.0 dB\s*0\.0 dB/, /Bass Mute\s*On\s*Off/]);
  expect(await seriousFaults(mixer)).toEqual([]);
  await dialog.getByRole("button", { name: "Recall Verse" }).click();
  expect(await fader()).toBe(before);
  await dialog.getByRole("button", { name: "A", exact: true }).click();
  expect(await fader()).toBe(-9);
  await mixer.keyboard.press("Escape");
  await mixer.keyboard.press("Alt+c");
  expect(await fader()).toBe(before);
  await mixer.keyboard.press("Control+z");
  expect(await fader()).toBe(-9);
});
