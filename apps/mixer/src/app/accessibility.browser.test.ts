import { expect, strip, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

test("axe finds nothing serious in the mixer, in both themes", async ({ mixer }) => {
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.getByRole("button", { name: /theme$/ }).click();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.getByRole("button", { name: /theme$/ }).click();
});

test("axe finds nothing serious where everything of the strips is shown and lit, in both themes", async ({ mixer }) => {
  await mixer.evaluate(() => {
    const session = window.headroom?.document;
    const [pad, lead] = ["Pad", "Lead"].map((name) => Object.values(session?.snapshot().strips ?? {}).find((one) => one.name === name)?.id ?? "");
    if (!session || !pad || !lead) throw new Error("The demo song is not there.");
    session.sends.add(pad, "master", { preFader: true });
    session.sends.add(lead, "master", { mute: true });
    session.strips.set(lead, { solo: true, soloSafe: true, slotsBeforeFader: 3, panMode: "dual", width: 0.5 });
    session.song.setSoloMode({ listen: "after fader" });
    session.vcas.add({ name: "Band", mute: true, members: [pad, lead] });
  });
  await mixer.getByRole("group", { name: "Monitor" }).getByRole("button", { name: "Monitor in mono" }).click();
  await mixer.keyboard.press("i");
  for (const _ of ["one theme", "the other"]) {
    expect(await seriousFaults(mixer)).toEqual([]);
    await mixer.getByRole("button", { name: /theme$/ }).click();
  }
  await mixer.getByRole("button", { name: /^Send of Pad to Master/ }).click();
  await expect(mixer.getByRole("dialog", { name: "Send of Pad to Master" })).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.press("Escape");
  await mixer.getByRole("button", { name: /^Hop:/ }).click();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.press("Escape");
  await mixer.getByRole("group", { name: "Monitor" }).getByRole("button", { name: "Monitor in mono" }).click();
  await mixer.getByRole("button", { name: "Parts of the strips" }).click();
  await mixer.getByRole("menuitem", { name: /^Input details/ }).click();
});

test("axe finds nothing serious in a plugin window, a menu and the dialogs", async ({ mixer }) => {
  await strip(mixer, "Bass").locator(".slot-name").first().click();
  await expect(mixer.locator(".window-view canvas").first()).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.press("Escape");
  await strip(mixer, "Bass").locator(".slot").nth(4).getByRole("button").click();
  await expect(mixer.getByRole("menu")).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.press("Escape");
  await mixer.keyboard.press("Control+b");
  await expect(mixer.getByRole("dialog", { name: "Bounce to WAV" })).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
  await mixer.keyboard.press("Escape");
  await mixer.keyboard.press("?");
  await expect(mixer.getByRole("dialog", { name: "Keys" })).toBeVisible();
  expect(await seriousFaults(mixer)).toEqual([]);
});
