import { chromium, expect, test, type CDPSession, type Page } from "@playwright/test";
import type * as SessionPackage from "../index.js";

/** The package as outsiders get it. */
const SESSION = "/packages/session/dist/index.js";
type SessionModule = typeof SessionPackage;

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

/** Opens the session "s" in the page, edits it, and gives the name of what is then the first strip. */
async function edit(page: Page, names: readonly string[], wait: boolean): Promise<void> {
  await page.evaluate(async ([url, strips, saved]) => {
    const { SessionStore, createSession } = (await import(url)) as SessionModule;
    const store = await SessionStore.open();
    const opened = await store.openSession("s", { create: () => createSession({ name: "Song" }) });
    for (const name of strips) opened.document.strips.add("channel", { name });
    if (saved) await opened.saved();
  }, [SESSION, names, wait] as const);
}

function readBack(page: Page) {
  return page.evaluate(async (url) => {
    const { SessionStore, createSession } = (await import(url)) as SessionModule;
    const store = await SessionStore.open();
    const { document, found } = await store.openSession("s", { create: createSession });
    const { name, order, strips } = document.snapshot();
    return { found, name, strips: order.map((id) => strips[id]?.name), list: (await store.list()).map((entry) => entry.name) };
  }, SESSION);
}

test("a session is there again after a reload, in the list too", async ({ page }) => {
  await edit(page, ["Kick", "Bass"], true);
  await page.reload();
  expect(await readBack(page)).toEqual({ found: true, name: "Song", strips: ["Kick", "Bass"], list: ["Song"] });
});

test("edits survive a crash of the tab a moment later", async ({ page, context }) => {
  const names = Array.from({ length: 20 }, (_, at) => `Channel ${at}`);
  await edit(page, names, true);
  await page.evaluate(async (url) => {
    const { SessionStore, createSession } = (await import(url)) as SessionModule;
    const opened = await (await SessionStore.open()).openSession("s", { create: createSession });
    opened.document.strips.add("channel", { name: "Last" });
    // One turn of the event loop: the edit is on its way, nobody waits for it.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }, SESSION);
  const crashed = page.waitForEvent("crash");
  void (await context.newCDPSession(page)).send("Page.crash").catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await next.goto("/");
  expect((await readBack(next)).strips).toEqual([...names, "Last"]);
});

test("many edits are joined when the session is opened again", async ({ page }) => {
  const count = await page.evaluate(async (url) => {
    const { SessionStore, createSession } = (await import(url)) as SessionModule;
    const store = await SessionStore.open();
    const open = () => store.openSession("s", { create: createSession });
    const first = await open();
    for (let tempo = 60; tempo < 360; tempo += 1) {
      first.document.song.setTempo(tempo);
      await first.saved();
    }
    await first.close();
    const { document } = await open();
    const rows = await new Promise<number>((resolve) => {
      indexedDB.open("headroom").onsuccess = ({ target }) => {
        const database = (target as IDBOpenDBRequest).result;
        const request = database.transaction("updates").objectStore("updates").count();
        request.onsuccess = () => resolve(request.result);
      };
    });
    return [document.snapshot().tempo, rows];
  }, SESSION);
  expect(count).toEqual([359, 1]);
});

test("removing a session removes its data and leaves the others", async ({ page }) => {
  const left = await page.evaluate(async (url) => {
    const { SessionStore, createSession } = (await import(url)) as SessionModule;
    const store = await SessionStore.open();
    for (const id of ["a", "b"]) await (await store.openSession(id, { create: () => createSession({ name: id }) })).close();
    await store.remove("a");
    const again = await store.openSession("a", { create: () => createSession({ name: "new" }) });
    return [again.found, (await store.list()).map(({ id }) => id)];
  }, SESSION);
  expect(left[0]).toBe(false);
  expect(left[1]).toContain("b");
});

test("a session of a newer version is refused and stays as it is", async ({ page }) => {
  await edit(page, ["Kick"], true);
  const [newer, message] = await page.evaluate(async (url) => {
    const { SCHEMA_VERSION, SessionStore, createSession } = (await import(url)) as SessionModule;
    const store = await SessionStore.open();
    const opened = await store.openSession("s", { create: createSession });
    opened.document.doc.getMap("session").set("schema", SCHEMA_VERSION + 1);
    await opened.close();
    return [SCHEMA_VERSION + 1, await store.openSession("s", { create: createSession }).then(() => "opened", (error: unknown) => String(error))] as const;
  }, SESSION);
  expect(message).toContain(`saved by a newer Headroom (form ${newer}`);
});

test.describe("a full disk", () => {
  let devtools: CDPSession;
  const setQuota = (page: Page, quotaSize?: number) =>
    devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, ...(quotaSize === undefined ? {} : { quotaSize }) });

  test.beforeEach(async ({ page, context }) => {
    devtools = await context.newCDPSession(page);
  });

  test("says so once, and saves everything as soon as there is space", async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    // Chromium asks for the space that is left only now and then: the first time must be after this.
    await setQuota(page, 1_000_000);
    await edit(page, ["Kick"], true);
    const problem = await page.evaluate(async (url) => {
      const { SessionStore, createSession } = (await import(url)) as SessionModule;
      const problems: (string | undefined)[] = [];
      const store = await SessionStore.open();
      const opened = await store.openSession("s", { create: createSession, onProblem: (text) => problems.push(text) });
      Object.assign(window, { opened, problems });
      for (const name of ["Bass", "Hat"]) {
        const strip = opened.document.strips.add("channel", { name });
        const data = "large".repeat(1_000_000);
        opened.document.inserts.add(strip, { plugin: "com.acme.sampler", version: "1.0.0", state: { version: 1, data } });
        await opened.saved().catch(() => undefined);
      }
      return problems;
    }, SESSION);
    expect(problem).toEqual([expect.stringMatching(/^Changes to Song are not being saved: the disk, or this site's share of it, is full; free some space/)]);
    await setQuota(page);
    await expect.poll(() => page.evaluate(() => (window as unknown as { problems: (string | undefined)[] }).problems.at(-1)), { timeout: 15_000 }).toBeUndefined();
    await page.reload();
    expect((await readBack(page)).strips).toEqual(["Kick", "Bass", "Hat"]);
    expect(errors).toEqual([]);
  });

  test("audio is kept in memory, with a sentence", async ({ page }) => {
    await setQuota(page, 1000);
    const result = await page.evaluate(async (url) => {
      const { AudioStore } = (await import(url)) as SessionModule;
      const problems: string[] = [];
      const store = await AudioStore.open((text) => problems.push(text));
      const key = await store.put({ sampleRate: 48_000, channels: [new Float32Array(1_000_000).fill(0.5)] }, "Kick.wav");
      return { problems, sample: (await store.get(key))?.channels[0]?.[999_999] };
    }, SESSION);
    expect(result.sample).toBe(0.5);
    expect(result.problems).toEqual([expect.stringMatching(/^Kick\.wav is lost when this page closes: the disk, or this site's share of it, is full;/)]);
    await setQuota(page);
  });
});

test("without storage everything works in memory, with one sentence each", async ({ page }) => {
  const result = await page.evaluate(async (url) => {
    const refused = () => { throw new DOMException("denied", "SecurityError"); };
    Object.defineProperty(window, "indexedDB", { get: refused });
    navigator.storage.getDirectory = refused;
    const { AudioStore, SessionStore, createSession } = (await import(url)) as SessionModule;
    const store = await SessionStore.open();
    const { document } = await store.openSession("s", { create: createSession });
    document.song.setTempo(99);
    const problems: string[] = [];
    const audio = await AudioStore.open((text) => problems.push(text));
    const key = await audio.put({ sampleRate: 44_100, channels: [new Float32Array([0.25])] });
    return [document.snapshot().tempo, store.problem, problems, (await audio.get(key))?.channels[0]?.[0], await audio.keys()];
  }, SESSION);
  expect(result).toEqual([
    99,
    "Sessions are lost when this page closes: the browser does not let this page store anything; leave private browsing or allow the site to store data.",
    ["Audio files are lost when this page closes: the browser does not let this page store anything; leave private browsing or allow the site to store data."],
    0.25,
    [expect.stringMatching(/^[0-9a-f]{64}$/)],
  ]);
});

test("audio comes back to the bit, in shared memory if wanted, and damaged files are none", async ({ page }) => {
  const result = await page.evaluate(async (url) => {
    const { AudioStore } = (await import(url)) as SessionModule;
    const store = await AudioStore.open();
    const left = Float32Array.from({ length: 1000 }, (_, at) => Math.sin(at));
    const right = Float32Array.from([...left].reverse());
    const key = await store.put({ sampleRate: 44_100, channels: [left, right] });
    const same = await store.put({ sampleRate: 44_100, channels: [left.slice(), right.slice()] });
    const other = await store.put({ sampleRate: 48_000, channels: [left, right] });
    const audio = await store.get(key, (bytes) => new SharedArrayBuffer(bytes));
    const equal = (a: Float32Array | undefined, b: Float32Array) => a?.length === b.length && b.every((value, at) => Object.is(value, a[at]));
    const exact = [audio?.sampleRate, equal(audio?.channels[0], left), equal(audio?.channels[1], right), audio?.channels[0]?.buffer instanceof SharedArrayBuffer];
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("headroom-audio");
    const writable = await (await folder.getFileHandle(other)).createWritable({ keepExistingData: true });
    await writable.truncate(100);
    await writable.close();
    const unequal = await store.put({ sampleRate: 1, channels: [left, new Float32Array(3)] }, "Odd.wav").catch(String);
    return {
      exact, sameKey: key === same, otherKey: key !== other, damaged: await store.get(other), missing: await store.has("gone"), unequal,
      young: await store.deleteUnused([key]), deleted: await store.deleteUnused([key], 0), left: await store.keys().then((keys) => keys.length === 1 && keys[0] === key),
    };
  }, SESSION);
  expect(result).toEqual({
    exact: [44_100, true, true, true], sameKey: true, otherKey: true, damaged: undefined, missing: false,
    unequal: "SessionError: Odd.wav has no samples, or channels of different lengths; choose another file.", young: 0, deleted: 1, left: true,
  });
});

test("ten stems of 32 s are read in under a second on the second visit", async ({ baseURL }, info) => {
  const visit = async <T>(action: (page: Page) => Promise<T>): Promise<T> => {
    const context = await chromium.launchPersistentContext(info.outputPath("profile"), { ...info.project.use.launchOptions });
    try {
      const page = await context.newPage();
      await page.goto(baseURL ?? "");
      return await action(page);
    } finally {
      await context.close();
    }
  };
  const keys = await visit((page) => page.evaluate(async (url) => {
    const { AudioStore } = (await import(url)) as SessionModule;
    const store = await AudioStore.open();
    const stem = (seed: number) => Float32Array.from({ length: 32 * 48_000 }, (_, at) => Math.sin(at * seed));
    const stems: string[] = [];
    for (let at = 1; at <= 10; at += 1) stems.push(await store.put({ sampleRate: 48_000, channels: [stem(at), stem(at + 0.5)] }));
    return stems;
  }, SESSION));
  const { milliseconds, frames } = await visit((page) => page.evaluate(async ([url, stems]) => {
    const { AudioStore } = (await import(url)) as SessionModule;
    const took: number[] = [];
    const store = await AudioStore.open();
    let frames: (number | undefined)[] = [];
    for (let round = 0; round < 3; round += 1) {
      const begin = performance.now();
      const audio = await Promise.all(stems.map((key) => store.get(key, (bytes) => new SharedArrayBuffer(bytes))));
      took.push(Math.round(performance.now() - begin));
      frames = audio.map((each) => each?.channels[1]?.length);
    }
    await store.deleteUnused([], 0);
    return { milliseconds: took, frames };
  }, [SESSION, keys] as const));
  info.annotations.push({ type: "10 stems × 32 s × stereo", description: `read in ${milliseconds.join(", ")} ms` });
  expect(frames).toEqual(Array.from({ length: 10 }, () => 32 * 48_000));
  // The best of three: other tests' work on the same cores is not the store's.
  expect(Math.min(...milliseconds)).toBeLessThan(1000);
});
