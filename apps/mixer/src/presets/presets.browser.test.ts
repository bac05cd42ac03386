import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, strip, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

const PLUGIN = "dev.headroom.gain-trim";
const gainWindow = (page: Page) => page.getByRole("dialog", { name: "Gain Trim — Vocal" });
const picker = (page: Page) => gainWindow(page).getByRole("button", { name: /^Preset:/ });
const undoButton = (page: Page) => page.getByRole("button", { name: /^Undo: / });
const notices = (page: Page) => page.locator(".messages");

async function choose(page: Page, item: string): Promise<void> {
  await picker(page).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

async function saveAs(page: Page, name: string): Promise<void> {
  await choose(page, "Save as…");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.keyboard.press("Enter");
  await expect(picker(page)).toHaveAccessibleName(`Preset: ${name}`);
}

/** The gain in the document, once it is that. */
async function expectGain(page: Page, gainDb: number): Promise<void> {
  const read = () => page.evaluate(() => {
    const vocal = Object.values(window.headroom?.document.snapshot().strips ?? {}).find(({ name }) => name === "Vocal");
    return vocal?.inserts[1]?.params["gain"];
  });
  await expect.poll(read).toBe(gainDb);
}

/** Sets the gain, as a hand on the knob does at its end. */
function setGain(page: Page, gainDb: number) {
  return page.evaluate((number) => {
    const session = window.headroom?.document;
    const vocal = Object.values(session?.snapshot().strips ?? {}).find(({ name }) => name === "Vocal");
    session?.inserts.setParam(vocal?.inserts[1]?.id ?? "", "gain", number);
  }, gainDb);
}

/** Chooses a file with this text in the dialog that "Import…" opens. */
async function importFile(page: Page, text: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await choose(page, "Import…");
  await (await chooser).setFiles({ name: "some.preset.json", mimeType: "application/json", buffer: Buffer.from(text) });
}

test.beforeEach(async ({ mixer }) => {
  await strip(mixer, "Vocal").locator(".slot-name").nth(1).click();
  await expect(picker(mixer)).toBeVisible();
});

test.afterEach(async ({ mixer }) => {
  await mixer.evaluate(async (plugin) => {
    const presets = window.headroom?.presets;
    for (const { id } of presets?.of(plugin) ?? []) presets?.remove(id);
    await presets?.settled();
  }, PLUGIN);
});

test("a preset is saved, marked when edited, replaced, and the replacement undone", async ({ mixer }) => {
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Default");
  await setGain(mixer, -6);
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Default, edited");
  await saveAs(mixer, "Quiet");
  await setGain(mixer, -12);
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Quiet, edited");
  await choose(mixer, "Save");
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Quiet");
  await notices(mixer).getByRole("button", { name: "Undo" }).click();
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Quiet, edited");
  await picker(mixer).click();
  await mixer.getByRole("menuitem", { name: /^Quiet/ }).click();
  await expectGain(mixer, -6);
  await expect(undoButton(mixer)).toHaveAccessibleName("Undo: Preset Quiet for Gain Trim");
  await undoButton(mixer).click();
  await expectGain(mixer, -12);
});

test("a preset's name is taken, changed and deleted, by keyboard, and the deletion undone", async ({ mixer }) => {
  await setGain(mixer, -6);
  await saveAs(mixer, "Quiet");
  await setGain(mixer, 3);
  await saveAs(mixer, "Loud");

  // The dialog gives the focus back once it is gone.
  await expect(mixer.locator(".dialog-backdrop")).toHaveCount(0);
  await expect(picker(mixer)).toBeFocused();
  await mixer.keyboard.press("Enter");
  await expect(mixer.locator(".menu-popover:focus-within")).toBeVisible();
  await mixer.keyboard.type("Save as");
  await mixer.keyboard.press("Enter");
  const name = mixer.getByRole("textbox", { name: "Name", exact: true });
  await expect(name).toBeFocused();
  await name.fill(" quiet ");
  await expect(mixer.getByText("“Quiet” is there already; its values will be replaced.")).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Quiet");
  await expect(picker(mixer)).toBeFocused();

  await choose(mixer, "Rename…");
  await name.fill("Loud");
  await expect(mixer.getByText("“Loud” is there already; choose another name.")).toBeVisible();
  await expect(mixer.getByRole("button", { name: "Rename", exact: true })).toBeDisabled();
  await name.fill("Louder");
  await mixer.keyboard.press("Enter");
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Louder");

  await choose(mixer, "Delete");
  // The session knows the name that it had when it was loaded.
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Quiet, not among the presets of this browser");
  await expectGain(mixer, 3);
  await notices(mixer).getByRole("button", { name: "Undo" }).click();
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Louder");
});

test("next and previous go round through all presets, each a step", async ({ mixer }) => {
  const names = ["Default"];
  for (const [name, gainDb] of [["One", -1], ["Two", -2]] as const) {
    await setGain(mixer, gainDb);
    await saveAs(mixer, name);
  }
  const factory = await mixer.evaluate((plugin) => (window.headroom?.engine?.descriptor(plugin)?.presets ?? []).map(({ name }) => name), PLUGIN);
  names.push(...factory.filter((name) => name !== "Default"), "One", "Two");
  for (const name of names) {
    await gainWindow(mixer).getByRole("button", { name: "Next preset" }).click();
    await expect(picker(mixer)).toHaveAccessibleName(`Preset: ${name}`);
  }
  await gainWindow(mixer).getByRole("button", { name: "Previous preset" }).click();
  await expect(picker(mixer)).toHaveAccessibleName("Preset: One");
  await expect(undoButton(mixer)).toHaveAccessibleName("Undo: Preset One for Gain Trim");
});

test("many presets are searched", async ({ mixer }) => {
  await mixer.evaluate((plugin) => {
    for (const name of ["Air", "Body", "Choir", "Drums", "Edge", "Far", "Far away", "Glue"]) {
      window.headroom?.presets.add({ plugin, pluginVersion: "1.0.0", name, values: { gain: -name.length } });
    }
  }, PLUGIN);
  await picker(mixer).click();
  await expect(mixer.getByRole("searchbox", { name: "Search presets" })).toBeFocused();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.type("xyz");
  await expect(mixer.getByText("Nothing of that name.")).toBeVisible();
  await mixer.getByRole("searchbox").fill("far");
  await expect(mixer.getByRole("menuitem")).toHaveText(["Far", "Far away"]);
  await mixer.keyboard.press("ArrowDown");
  await mixer.keyboard.press("ArrowDown");
  await mixer.keyboard.press("Enter");
  await expect(mixer.getByRole("menu")).toHaveCount(0);
  await expect(picker(mixer)).toHaveAccessibleName(/^Preset: Far/);
});

test("a preset goes out as a file and comes back; what does not fit is said", async ({ mixer }) => {
  await setGain(mixer, -6);
  await saveAs(mixer, "Quiet / night");
  const download = mixer.waitForEvent("download");
  await choose(mixer, "Export…");
  const file = await download;
  expect(file.suggestedFilename()).toBe("Quiet night.preset.json");
  const preset = JSON.parse(await readFile(await file.path(), "utf8")) as { name: string; values: Record<string, unknown> };
  expect(preset).toMatchObject({ headroomPreset: 1, plugin: PLUGIN, name: "Quiet / night", values: { gain: -6 } });

  await importFile(mixer, JSON.stringify({ ...preset, values: { gain: 99, "band1.gain": 3 } }));
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Quiet / night 2");
  await expectGain(mixer, 24);
  await mixer.locator(".status-notice").click();
  const list = mixer.getByRole("dialog", { name: "Notices" });
  await expect(list).toContainText(/Gain in the preset “Quiet \/ night 2” was set to 99 dB; it goes from .+ to 24\.0 dB, so 24\.0 dB is used\./);
  await expect(list).toContainText(/The preset “Quiet \/ night 2” has values for “band1\.gain”, which Gain Trim \S+ does not have; they are ignored\./);
  await mixer.keyboard.press("Escape");

  // The same once more is not added again.
  await importFile(mixer, JSON.stringify(preset));
  await expect(picker(mixer)).toHaveAccessibleName("Preset: Quiet / night");
  expect(await mixer.evaluate((plugin) => window.headroom?.presets.of(plugin).length, PLUGIN)).toBe(2);
});

test("a file that is no preset of this plugin is refused with one sentence", async ({ mixer }) => {
  const other = JSON.stringify({ headroomPreset: 1, plugin: "dev.headroom.parametric-eq", pluginVersion: "0.1.0", name: "Air", values: {} });
  for (const [text, sentence] of [
    ["no JSON", "some.preset.json: This file is not a Headroom preset: it is not JSON; choose a file that Headroom exported."],
    [other, "some.preset.json: This is a preset of Parametric EQ, not of Gain Trim; import it in a window of that plugin."],
    [other.replace(":1,", ":9,"), "some.preset.json: This preset was saved by a newer Headroom (form 9; this one reads up to 1); update Headroom to import it."],
    [" ".repeat(1_000_001), "some.preset.json: This file is not a Headroom preset: it is larger than 1 MB; choose a file that Headroom exported."],
  ] as const) {
    await importFile(mixer, text);
    await expect(notices(mixer).getByText(sentence)).toBeVisible();
    await notices(mixer).getByRole("button", { name: "Close this message" }).click();
  }
  expect(await mixer.evaluate((plugin) => window.headroom?.presets.of(plugin), PLUGIN)).toEqual([]);
});
