import type { Page } from "@playwright/test";

/** What these tests use of the global that the built mixer offers to tests; there is one in the page alone. */
declare const headroom: {
  readonly document: {
    snapshot(): { readonly strips: Readonly<Record<string, { readonly inserts: readonly ({ readonly id: string; readonly plugin: string; readonly params: Readonly<Record<string, unknown>> } | null)[] }>> };
    readonly inserts: { setParam(insertId: string, param: string, value: unknown): void };
  };
  readonly engine?: {
    descriptor(pluginId: string): unknown;
    readouts(insertId: string): unknown;
    readonly playhead: { readonly playing: boolean; readonly frame: number };
    insertStatus(insertId: string): { readonly state: string } | undefined;
    readInsertLevels(insertId: string, into: Float32Array): void;
    status(): { readonly dropouts: number; readonly quanta: number; readonly hop: number; readonly sampleRate: number };
    capture(frames: number, atFrame: number): readonly Float32Array[];
  };
};

/** What is seen of an insert and of the song at one moment. */
export interface Moment {
  readonly state: string | undefined;
  readonly playing: boolean;
  readonly params: Readonly<Record<string, unknown>>;
  readonly dropouts: number;
}

/** When what of a new build happened in the mixer, in milliseconds of the system's clock. */
export interface Reload {
  /** The mixer was told that a build is there. */
  readonly told: number;
  /** It has the processor's bundle. */
  readonly fetched: number;
  /** A worker has said what the plugin states. */
  readonly described: number;
  /** The new processor is made and warm. */
  readonly ready: number;
  /** The insert gives its sound. */
  readonly played: number;
  /** Milliseconds until the sound of an insert is at the master. */
  readonly hop: number;
}

/** The mixer in a page, with one insert looked at. */
export class MixerPage {
  readonly page: Page;
  readonly #insert: string;

  private constructor(page: Page, insert: string) {
    this.page = page;
    this.#insert = insert;
  }

  /** Opens the mixer and waits until the insert whose window opens runs. */
  static async open(page: Page, url: string): Promise<MixerPage> {
    await page.goto(url);
    const window = page.locator(".window[data-insert]");
    await window.waitFor({ timeout: 120_000 });
    const mixer = new MixerPage(page, (await window.getAttribute("data-insert")) ?? "");
    await page.waitForFunction((id) => headroom.engine?.insertStatus(id)?.state === "running", mixer.#insert, { timeout: 60_000 });
    return mixer;
  }

  /** Starts the song and waits until the insert gives sound. */
  async play(): Promise<void> {
    await this.page.keyboard.press("Space");
    await this.page.waitForFunction((id) => {
      const levels = new Float32Array(4);
      headroom.engine?.readInsertLevels(id, levels);
      return (levels[2] ?? 0) > 0.001;
    }, this.#insert);
  }

  setParam(param: string, value: unknown): Promise<void> {
    return this.page.evaluate(([id, key, to]) => headroom.document.inserts.setParam(id, key, to), [this.#insert, param, value] as const);
  }

  moment(): Promise<Moment> {
    return this.page.evaluate((id) => {
      const { document, engine } = headroom;
      const insert = Object.values(document.snapshot().strips).flatMap(({ inserts }) => inserts).find((one) => one?.id === id);
      return { state: engine?.insertStatus(id)?.state, playing: engine?.playhead.playing ?? false, params: insert?.params ?? {}, dropouts: engine?.status().dropouts ?? 0 };
    }, this.#insert);
  }

  /** Waits until the next build's output is so many times as loud as its input. */
  untilLouderThan(times: number): Promise<Reload> {
    return this.page.evaluate(([id, least]) => {
      const { document, engine } = headroom;
      if (!engine) throw new Error("There is no engine.");
      const { plugin = "" } = Object.values(document.snapshot().strips).flatMap(({ inserts }) => inserts).find((one) => one?.id === id) ?? {};
      const levels = new Float32Array(4);
      const old = { descriptor: engine.descriptor(plugin), readouts: engine.readouts(id) };
      let described = NaN;
      let ready = NaN;
      const last = (file: string) => performance.getEntriesByType("resource").findLast(({ name }) => name.endsWith(file)) as PerformanceResourceTiming | undefined;
      return new Promise<Reload>((resolve) => {
        const timer = setInterval(() => {
          const now = Date.now();
          if (Number.isNaN(described) && engine.descriptor(plugin) !== old.descriptor) described = now;
          if (Number.isNaN(ready) && engine.readouts(id) !== old.readouts) ready = now;
          engine.readInsertLevels(id, levels);
          const [input = 0, , output = 0] = levels;
          if (input < 0.003 || output < least * input) return;
          clearInterval(timer);
          const { hop, sampleRate } = engine.status();
          const clock = (ms = NaN) => performance.timeOrigin + ms;
          resolve({ told: clock(last("/headroom-plugin.json")?.startTime), fetched: clock(last("/processor.js")?.responseEnd), described, ready, played: now, hop: (hop / sampleRate) * 1000 });
        }, 4);
      });
    }, [this.#insert, times] as const);
  }

  /** Records the master from now on. @returns a function that gives the longest silence in it, in milliseconds. */
  async record(seconds: number): Promise<() => Promise<number>> {
    const recording = await this.page.evaluateHandle((length) => {
      const { engine } = headroom;
      if (!engine) throw new Error("There is no engine.");
      const from = engine.status().quanta * 128;
      return { from, channels: engine.capture(length * 48_000, from), engine };
    }, seconds);
    return () =>
      recording.evaluate(async ({ from, channels, engine }) => {
        const left = channels[0] ?? new Float32Array();
        while (engine.status().quanta * 128 < from + left.length + 48_000) await new Promise((resolve) => setTimeout(resolve, 50));
        let longest = 0;
        let run = 0;
        for (const x of left) {
          run = Math.abs(x) < 1e-5 ? run + 1 : 0;
          longest = Math.max(longest, run);
        }
        return longest / 48;
      });
  }
}
