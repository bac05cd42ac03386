import type { Page } from "@playwright/test";
import { expect, strip, test } from "../testing/mixer-test.js";
import { seriousFaults } from "../testing/serious-faults.js";

/** The points of a strip's lane, values rounded as they are read. */
function points(page: Page, stripName: string, control: string) {
  return page.evaluate(([name, control]) => {
    const session = window.headroom?.document.snapshot();
    const found = Object.values(session?.strips ?? {}).find((one) => one.name === name);
    return session?.lanes[`strip ${found?.id ?? ""} ${control ?? ""}`]?.points ?? [];
  }, [stripName, control]);
}

const undoName = (page: Page) => page.evaluate(() => window.headroom?.document.undoName);
const lane = (page: Page, name: string) => page.getByRole("slider", { name: `Automation of ${name}` });

/** Shows, or hides, the lane of a parameter by the strip's menu. */
async function toggleLane(page: Page, stripName: string, parameter: string): Promise<void> {
  await page.getByRole("button", { name: `Automation of ${stripName}`, exact: true }).click();
  await page.getByRole("searchbox", { name: "Search parameters" }).fill(parameter);
  await page.getByRole("menuitem", { name: parameter }).first().click();
}

test("a pointer puts points, moves, bends, draws and removes them, a step each", async ({ mixer }) => {
  await toggleLane(mixer, "Kick", "Fader");
  const box = await lane(mixer, "Fader of Kick").boundingBox();
  if (!box) throw new Error("The lane is not in sight.");
  await mixer.mouse.click(box.x + 100, box.y + 20);
  await expect.poll(() => points(mixer, "Kick", "faderDb")).toHaveLength(1);
  await mixer.mouse.move(box.x + 400, box.y + 20);
  await mixer.mouse.down();
  await mixer.mouse.move(box.x + 400, box.y + 30, { steps: 3 });
  await mixer.mouse.up();
  const [first, second] = await points(mixer, "Kick", "faderDb");
  expect(second?.value).toBeLessThan(first?.value ?? 0);
  expect(await undoName(mixer)).toBe("Add point to fader of Kick");
  // The value is one that is shown: a tenth of a decibel.
  expect((second?.value ?? 0) * 10).toBeCloseTo(Math.round((second?.value ?? 0) * 10), 6);

  await mixer.mouse.move(box.x + 250, box.y + 25);
  await mixer.keyboard.down("Alt");
  await mixer.mouse.down();
  await mixer.mouse.move(box.x + 250, box.y + 55, { steps: 4 });
  await mixer.mouse.up();
  await mixer.keyboard.up("Alt");
  expect((await points(mixer, "Kick", "faderDb"))[0]?.curve).not.toBe(0);
  expect(await undoName(mixer)).toBe("Bend fader of Kick");

  await mixer.keyboard.down("Control");
  await mixer.mouse.move(box.x + 500, box.y + 35);
  await mixer.mouse.down();
  await mixer.mouse.move(box.x + 600, box.y + 10, { steps: 8 });
  await mixer.mouse.move(box.x + 700, box.y + 35, { steps: 8 });
  await mixer.mouse.up();
  await mixer.keyboard.up("Control");
  const drawn = await points(mixer, "Kick", "faderDb");
  expect(drawn.length).toBeGreaterThan(4);
  expect(drawn.length).toBeLessThan(25);
  expect(await undoName(mixer)).toBe("Draw fader of Kick");
  await mixer.keyboard.press("Control+z");
  expect(await points(mixer, "Kick", "faderDb")).toHaveLength(2);

  const seconds = first?.seconds ?? 0;
  const perSecond = await mixer.evaluate(() => Number(document.querySelector<HTMLElement>(".timeline")?.style.getPropertyValue("--pixels-per-second")));
  await mixer.keyboard.down("Alt");
  await mixer.mouse.click(box.x + seconds * perSecond, box.y + 20);
  await mixer.keyboard.up("Alt");
  expect(await points(mixer, "Kick", "faderDb")).toHaveLength(1);
  await toggleLane(mixer, "Kick", "Fader");
  await expect(lane(mixer, "Fader of Kick")).toHaveCount(0);
});

test("keys put, choose, move, bend and remove points, and a screen reader hears time and value in its unit", async ({ mixer }) => {
  await toggleLane(mixer, "Kick", "Pan");
  const pan = lane(mixer, "Pan of Kick");
  await pan.focus();
  await expect(pan).toHaveAttribute("aria-valuetext", "No points");
  await mixer.keyboard.press("Enter");
  await expect(pan).toHaveAttribute("aria-valuetext", "Point 1 of 1, bar 1.1.1, C");
  await mixer.keyboard.press("ArrowRight");
  await mixer.keyboard.press("ArrowDown");
  await expect(pan).toHaveAttribute("aria-valuetext", "Point 1 of 1, bar 1.2.1, L 2");
  await mixer.keyboard.press("Control+z");
  await expect(pan).toHaveAttribute("aria-valuetext", "Point 1 of 1, bar 1.2.1, C");
  await mixer.evaluate(() => {
    const { document: session } = window.headroom ?? {};
    const kick = Object.values(session?.snapshot().strips ?? {}).find(({ name }) => name === "Kick");
    if (kick) session?.lanes.addPoint({ kind: "strip", strip: kick.id, control: "pan" }, 20, 1);
  });
  await mixer.keyboard.press("Alt+ArrowUp");
  expect((await points(mixer, "Kick", "pan"))[0]?.curve).toBeCloseTo(-0.1, 9);
  await mixer.keyboard.press("PageDown");
  await expect(pan).toHaveAttribute("aria-valuetext", /^Point 2 of 2, .*R 100$/);
  await mixer.keyboard.press("Delete");
  expect(await points(mixer, "Kick", "pan")).toHaveLength(1);

  await mixer.getByRole("button", { name: "Automation mode of Pan of Kick: play" }).click();
  await mixer.getByRole("menuitem", { name: /^touch/ }).click();
  await expect(mixer.getByRole("button", { name: "Automation mode of Pan of Kick: touch" })).toBeVisible();
  await mixer.getByRole("button", { name: "Hide the automation of Pan of Kick" }).click();
});

test("lanes of a plugin's parameter and of a bus; axe finds nothing serious", async ({ mixer }) => {
  await mixer.getByRole("button", { name: "Automation of Bass", exact: true }).click();
  await mixer.getByRole("searchbox", { name: "Search parameters" }).fill("1 frequency");
  await mixer.getByRole("menuitem", { name: /1 frequency/i }).first().click();
  const frequency = mixer.getByRole("slider", { name: /^Automation of .*1 frequency of Parametric EQ on Bass/i });
  await frequency.focus();
  await mixer.keyboard.press("Enter");
  await expect(frequency).toHaveAttribute("aria-valuetext", /Hz$/);
  await strip(mixer, "Drums").getByRole("button", { name: "Menu of Drums" }).click();
  await mixer.getByRole("menuitem", { name: "Automation…" }).click();
  await mixer.getByRole("menuitem", { name: "Mute" }).click();
  await lane(mixer, "Mute of Drums").focus();
  await mixer.keyboard.press("Enter");
  await mixer.keyboard.press("ArrowUp");
  await expect(lane(mixer, "Mute of Drums")).toHaveAttribute("aria-valuetext", /On$/);
  expect(await seriousFaults(mixer)).toEqual([]);
  const hide = mixer.getByRole("button", { name: /^Hide the automation of/ });
  while ((await hide.count()) > 0) await hide.first().click();
});
