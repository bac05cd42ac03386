import { expect, test as base } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import type * as eqPage from "./eq-view.browser.page.js";

type EqPage = typeof eqPage;

const PAGE = "/plugins/parametric-eq/src/view/eq-view.browser.page.ts";

/** An open view of an equalizer that is kept in memory. */
export class EqViewPage {
  constructor(readonly page: Page) {}

  get graph(): Locator {
    return this.page.getByRole("group", { name: "Response" });
  }

  token(band: number): Locator {
    return this.page.locator(`.eq-token[data-band="${band}"]`);
  }

  async set(values: Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.evaluate(async ([module, given]) => ((await import(module)) as EqPage).set(given), [PAGE, values] as const);
  }

  /** A parameter's value now. */
  async get(id: string): Promise<unknown> {
    return await this.page.evaluate(async ([module, name]) => {
      const { memory } = (await import(module)) as EqPage;
      return (memory.host.params as unknown as Record<string, { get(): unknown } | undefined>)[name]?.get();
    }, [PAGE, id] as const);
  }

  async number(id: string): Promise<number> {
    return Number(await this.get(id));
  }

  /** What happened to parameters since the last call. */
  async events(): Promise<string[]> {
    return await this.page.evaluate(async (module) => ((await import(module)) as EqPage).events.splice(0), PAGE);
  }

  /** Writes readouts. */
  async show(readout: keyof EqPage["memory"]["levels"], level: number): Promise<void> {
    await this.page.evaluate(async ([module, id, db]) => void ((await import(module)) as EqPage).memory.levels[id].fill(db), [PAGE, readout, level] as const);
  }

  async play(seconds: number): Promise<void> {
    await this.page.evaluate(async ([module, at]) => ((await import(module)) as EqPage).play(at), [PAGE, seconds] as const);
  }

  async observers(): Promise<Record<string, number>> {
    return await this.page.evaluate(async (module) => ({ ...((await import(module)) as EqPage).memory.observers }), PAGE);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.evaluate(async ([module, w, h]) => ((await import(module)) as EqPage).resize(w, h), [PAGE, width, height] as const);
  }

  async setTheme(theme: "dark" | "light"): Promise<void> {
    await this.page.evaluate(async ([module, name]) => ((await import(module)) as EqPage).memory.setTheme(name), [PAGE, theme] as const);
  }

  async mountAgain(): Promise<void> {
    await this.page.evaluate(async (module) => ((await import(module)) as EqPage).mountAgain(), PAGE);
  }

  async unmount(): Promise<void> {
    await this.page.evaluate(async (module) => ((await import(module)) as EqPage).unmount(), PAGE);
  }

  /** Adds a band by a double-click at shares of the graph's width and height. @returns its token. */
  async add(across: number, down: number): Promise<Locator> {
    const box = await this.graph.boundingBox();
    if (!box) throw new Error("The graph has no box.");
    await this.graph.dblclick({ position: { x: box.width * across, y: box.height * down } });
    const token = this.page.locator(".eq-token:focus");
    await expect(token).toBeVisible();
    return token;
  }

  /** Bells at 100, 400 and 1600 Hz with 3, 0.5 and −3 dB, in bands 3, 4 and 5. */
  async setThreeBells(): Promise<void> {
    await this.set({
      "band3.enabled": true, "band3.frequency": 100, "band3.gain": 3,
      "band4.enabled": true, "band4.frequency": 400, "band4.gain": 0.5,
      "band5.enabled": true, "band5.frequency": 1600, "band5.gain": -3,
    });
    await this.events();
  }

  /** Presses on an element's middle and moves by CSS pixels, without letting go. */
  async grab(element: Locator, dx: number, dy: number): Promise<void> {
    const box = await element.boundingBox();
    if (!box) throw new Error("The element has no box.");
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + dx, y + dy, { steps: 6 });
  }
}

/** Playwright's `test` with an equalizer's view, open. */
export const test = base.extend<{ readonly eq: EqViewPage }>({
  eq: async ({ page }, use) => {
    await page.goto("/");
    await page.evaluate((module) => import(module), PAGE);
    const eq = new EqViewPage(page);
    await eq.graph.waitFor();
    await use(eq);
  },
});

export { expect };
