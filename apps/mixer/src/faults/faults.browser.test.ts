import { expect, test, type Page } from "@playwright/test";
import { seriousFaults } from "../testing/serious-faults.js";
import { waitUntilReady } from "../testing/mixer-test.js";
import { FAULTS } from "./faults.js";
import { backMs, brokenRules } from "./verdict.js";

/**
 * Every fault of the list, while eight channels play on the page that people have for it: the real engine, workers and
 * output. What is held of each is stated in `brokenRules`.
 */

test.describe.configure({ timeout: 120_000 });

/** A machine too busy for the workers makes dropouts and delays of its own: then the same is done once more. */
const TRIES = 3;

let page: Page;

test.beforeAll(async ({ browser }, { project }) => {
  test.setTimeout(120_000);
  const { baseURL = "", viewport = null } = project.use;
  page = await (await browser.newContext({ baseURL, viewport })).newPage();
  // The server of a built page answers what is not there with the page.
  await page.route("**/nowhere.js", (route) => route.fulfill({ status: 404 }));
  await page.goto("/faults/");
  await waitUntilReady(page);
});

test.afterAll(() => page.context().close());

/** Plays a run in the page. @param id - of the fault; without it nothing goes wrong. @returns it without its samples. */
async function play(id?: string) {
  const found = FAULTS.find((fault) => fault.id === id);
  const run = await page.evaluate(async (index) => {
    const bench = window.headroomFaults;
    if (!bench) throw new Error("The bench is not ready.");
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(".faults-button, .top-actions > button")];
    const ended = new Promise((resolve) => {
      const undo = bench.run.subscribe(() => {
        if (!bench.run.value?.done) return;
        undo();
        resolve(undefined);
      });
    });
    const name = index;
    buttons.find((button) => button.firstElementChild?.textContent === name || button.textContent === name)?.click();
    await ended;
    const { heard, injectedAt, overAt, dropouts, log, done } = bench.run.value ?? {};
    return { heard, injectedAt, overAt, dropouts, log, done };
  }, found?.name ?? "Nothing goes wrong");
  return { ...(run as Required<typeof run> & { heard: NonNullable<typeof run.heard> }), recording: [], fault: found } as Parameters<typeof brokenRules>[0];
}

async function playUntilQuiet(id?: string) {
  for (let tries = 1; ; tries++) {
    const run = await play(id);
    const broken = brokenRules(run);
    if (tries === TRIES || (broken.length === 0 && !(id === undefined && run.dropouts > 0))) return { run, broken };
  }
}

test("nothing goes wrong: every sample is the bounce's, and nothing is said", async () => {
  const { run, broken } = await playUntilQuiet();
  expect(broken).toEqual([]);
  expect(run.heard).toMatchObject({ firstOff: -1, othersDiffering: 0 });
  expect(run.log).toEqual([]);
});

for (const fault of FAULTS) {
  test(`${fault.group}: ${fault.name}`, async () => {
    const { run, broken } = await playUntilQuiet(fault.id);
    const back = backMs(run);
    const story = `${run.dropouts} dropouts, ${back === undefined ? "never off" : `back after ${Math.round(back)} ms`}\n${run.log.map(({ seconds, text }) => `${seconds?.toFixed(2) ?? "–"} s  ${text}`).join("\n")}`;
    console.warn(`${fault.name}: ${story}`);
    expect(broken, story).toEqual([]);
    expect(run.injectedAt).toBeGreaterThan(0);
    if (fault.says === undefined) expect(run.log.filter(({ text }) => text.startsWith("Faulty"))).toEqual([]);
  });
}

test("axe finds nothing serious, in both themes", async () => {
  for (const theme of ["dark", "light"]) {
    expect(await seriousFaults(page), theme).toEqual([]);
    await page.getByRole("button", { name: /theme$/ }).click();
  }
});
