import type { Page } from "@playwright/test";
import { expect, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

test.beforeEach(async ({ mixer }) => {
  await mixer.evaluate(() => localStorage.removeItem("headroom.practice"));
  await mixer.keyboard.press("g");
  await mixer.getByRole("tab", { name: "Practice" }).click();
});

test.afterEach(async ({ mixer }) => {
  await mixer.getByRole("tab", { name: "Gain staging" }).click();
  await mixer.getByRole("button", { name: "Close the mix panel" }).click();
});

async function choose(mixer: Page, drill: string): Promise<void> {
  await mixer.getByRole("radiogroup", { name: "Drill" }).getByRole("radio", { name: drill }).check({ force: true });
}

test("a hidden balance is reproduced by sliders and scored in LU, and no round is an edit", async ({ mixer }) => {
  await choose(mixer, "Hidden balance");
  const drill = mixer.getByRole("region", { name: "Hidden balance" });
  await expect(drill.getByRole("slider")).toHaveCount(2);
  await drill.getByRole("slider").first().fill("3");
  await expect(drill.getByRole("radio", { name: "Yours" })).toBeChecked();
  await drill.getByRole("button", { name: "That is it" }).click();
  await expect(drill.getByRole("status")).toContainText(/^\d+Off by \d+\.\d LU a channel\./);
  await expect(mixer.getByText(/^Best score \d+ of 100, 1 round$/)).toBeVisible();
  await expect(mixer.getByRole("button", { name: "Undo: Load the demo song" })).toBeVisible();
});

test("a band is looked for and scored in octaves and dB; progress is kept in the browser", async ({ mixer }) => {
  await choose(mixer, "Find the band");
  const drill = mixer.getByRole("region", { name: "Find the band" });
  await drill.getByRole("slider", { name: "Frequency" }).fill("2");
  await drill.getByRole("button", { name: "It is there" }).click();
  await expect(drill.getByRole("status")).toContainText(/It was .*Hz, \+12 dB: off by \d\.\d octaves and \d+ dB/);
  expect(await mixer.evaluate(() => localStorage.getItem("headroom.practice"))).toMatch(/"band 0":\{"rounds":1/);
});

test("the stage is found by adding up, at every difficulty, and the louder of two by ear", async ({ mixer }) => {
  await choose(mixer, "Find the stage");
  await mixer.getByRole("radio", { name: "Hard" }).check({ force: true });
  const stages = mixer.getByRole("list", { name: "Stages" });
  await expect(stages.getByRole("button")).toHaveCount(7);
  const gains = (await stages.locator("span").allTextContents()).map((text) => Number(text.replace("−", "-").replace(" dB", "")));
  const source = Number((await mixer.getByText(/^The source peaks/).textContent())?.match(/−(\d+\.\d)/)?.[1]);
  const answer = gains.findIndex((_, index) => gains.slice(0, index + 1).reduce((sum, db) => sum + db, -source) > 0);
  await stages.getByRole("button").nth(answer).click();
  await expect(mixer.getByRole("status").filter({ hasText: /^100Right: / })).toBeVisible();

  await choose(mixer, "Which is louder");
  await mixer.getByRole("button", { name: "A is louder" }).click();
  await expect(mixer.getByRole("status").filter({ hasText: /is louder by 0\.7 dB/ })).toBeVisible();
});

// Four looks by axe.
test.setTimeout(180_000);

test("axe finds nothing serious in the drills, in both themes", async ({ mixer }) => {
  for (const drill of ["Hidden balance", "Find the band", "Which is louder", "Find the stage"]) {
    await choose(mixer, drill);
    // Colours in transition are no colours of the design.
    await mixer.waitForFunction(() => document.getAnimations().every((animation) => !(animation instanceof CSSTransition)));
    expect(await seriousFaults(mixer)).toEqual([]);
    await mixer.getByRole("button", { name: /theme$/ }).click();
  }
});
