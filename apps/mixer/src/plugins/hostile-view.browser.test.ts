import type { Page } from "@playwright/test";
import { expect, test as base } from "../testing/mixer-test.js";
import { packageFiles, processorText, removeOwnPlugins, servePlugin, viewText, type PluginServer } from "../testing/plugin-server-harness.js";

/**
 * What a hostile view tries, as statements by name; SITE stands for a server that writes down whoever comes. What is
 * returned was got; what is thrown, or `undefined`, was refused.
 */
const ATTEMPTS: Readonly<Record<string, string>> = {
  "fetch": `return (await fetch("SITEfetch")).status`,
  "fetch of the mixer": `return (await fetch(document.referrer || "/")).status`,
  "XMLHttpRequest": `return new Promise((done) => { const x = new XMLHttpRequest(); x.onload = () => done(x.status); x.onerror = () => done(); x.open("GET", "SITExhr"); x.send(); })`,
  "WebSocket": `return new Promise((done) => { const s = new WebSocket("SITEws".replace("http", "ws")); s.onopen = () => done(1); s.onerror = () => done(); })`,
  "EventSource": `return new Promise((done) => { const s = new EventSource("SITEes"); s.onopen = () => done(1); s.onerror = () => done(); })`,
  "sendBeacon": `navigator.sendBeacon("SITEbeacon")`,
  "WebRTC": `return new RTCPeerConnection({ iceServers: [{ urls: "stun:localhost:1" }] })`,
  "WebRTC of a frame within": `const f = document.createElement("iframe"); document.body.append(f); return new f.contentWindow.RTCPeerConnection()`,
  "WebRTC of a frame with a script": `return new Promise((done) => { addEventListener("message", (e) => e.data === "ran" && done(1)); const f = document.createElement("iframe"); f.srcdoc = "<script>new RTCPeerConnection();parent.postMessage('ran', '*')</scr" + "ipt>"; document.body.append(f); setTimeout(done, 500); })`,
  "WebTransport": `return new WebTransport("https://localhost:1")`,
  "image": `return new Promise((done) => { const i = new Image(); i.onload = () => done(1); i.onerror = () => done(); i.src = "SITEimage"; })`,
  "style sheet": `document.head.insertAdjacentHTML("beforeend", "<link rel=stylesheet href=SITEsheet><style>@import 'SITEimport'; body { background: url(SITEbackground) }</style>")`,
  "preload and prefetch": `for (const rel of ["preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "prerender"]) { const l = document.createElement("link"); l.rel = rel; l.as = "script"; l.href = "SITE" + rel; document.head.append(l); }`,
  "media": `document.body.insertAdjacentHTML("beforeend", "<video src=SITEvideo poster=SITEposter></video><object data=SITEobject></object><embed src=SITEembed><svg><image href=SITEsvg /></svg>")`,
  "script of a site": `return new Promise((done) => { const s = document.createElement("script"); s.onload = () => done(1); s.onerror = () => done(); s.src = "SITEscript.js"; document.head.append(s); })`,
  "import of a site": `return await import("SITEmodule.js")`,
  "inline script": `return new Promise((done) => { globalThis.ran = done; const s = document.createElement("script"); s.textContent = "ran(1)"; document.head.append(s); setTimeout(done, 50); })`,
  "eval": `return eval("1")`,
  "worker": `return new Promise((done) => { const w = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))); w.onmessage = () => done(1); w.onerror = () => done(); })`,
  "SharedWorker": `return new SharedWorker("data:text/javascript,1")`,
  "service worker": `return await navigator.serviceWorker.register("SITEsw.js")`,
  "IndexedDB": `return new Promise((done, no) => { const r = indexedDB.open("headroom-presets"); r.onsuccess = () => done(1); r.onerror = no; })`,
  "Cache": `return await caches.keys()`,
  "private files": `return await navigator.storage.getDirectory()`,
  "localStorage": `return localStorage.length + 1`,
  "cookies": `document.cookie = "a=1"; return document.cookie`,
  "BroadcastChannel": `return new BroadcastChannel("headroom-presets")`,
  "shared memory": `return new SharedArrayBuffer(8)`,
  "parent's document": `return parent.document.title`,
  "top's storage": `return top.localStorage`,
  "opener": `return opener.document`,
  "parent's global of tests": `return parent.headroom`,
  "the frame's element": `return frameElement.ownerDocument`,
  "navigation of the page": `top.location = "SITEtop"; return undefined`,
  "popup": `return window.open("SITEpopup") ?? undefined`,
  "form": `const f = document.createElement("form"); f.action = "SITEform"; document.body.append(f); f.submit()`,
  "frame of a site": `const f = document.createElement("iframe"); f.src = "SITEchild"; document.body.append(f)`,
  "download": `const a = document.createElement("a"); a.href = "SITEdownload"; a.download = "x"; document.body.append(a); a.click()`,
  "ping of a link": `const a = document.createElement("a"); a.href = "#x"; a.ping = "SITEping"; document.body.append(a); a.click()`,
  "full screen": `await document.documentElement.requestFullscreen(); return 1`,
  "pointer lock": `await document.body.requestPointerLock(); return 1`,
  "dialog": `return confirm("x") || undefined`,
  "camera": `return await navigator.mediaDevices.getUserMedia({ video: true })`,
  "clipboard": `return await navigator.clipboard.readText()`,
  "location of the person": `return new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(1), () => done()))`,
  "notifications": `return (await Notification.requestPermission()) === "granted" || undefined`,
  "speculation rules": `const s = document.createElement("script"); s.type = "speculationrules"; s.textContent = '{"prefetch":[{"source":"list","urls":["SITEspeculation"]}]}'; document.head.append(s)`,
};

/** A view that tries all of it one after the other, and draws what became of it. */
const tryingView = (site: string) => viewText(`
  const tries = { ${Object.entries(ATTEMPTS).map(([name, code]) => `${JSON.stringify(name)}: async () => { ${code.replaceAll("SITE", site)} }`).join(",\n")} };
  const list = document.createElement("ul"); list.id = "results"; element.append(list);
  (async () => {
    for (const [name, go] of Object.entries(tries)) {
      let got;
      try { got = await Promise.race([go(), new Promise((done) => setTimeout(done, 1500))]); } catch {}
      const item = document.createElement("li"); item.textContent = name + ": " + (got === undefined ? "refused" : "got"); list.append(item);
    }
    list.dataset.done = "yes";
  })();`);

const test = base.extend<{ site: PluginServer }>({
  site: async ({ mixer }, provide) => {
    const site = await servePlugin({});
    await provide(site);
    await site.close();
    await removeOwnPlugins(mixer);
  },
});
test.describe.configure({ timeout: 120_000 });

/** Loads the plugin of a site, plays the song, puts the plugin on the master and opens its view. */
async function openView(page: Page, site: PluginServer, view: string, processor = processorText()): Promise<void> {
  site.files = packageFiles(processor, view);
  // Not by Space: it would press a button that a test before left in focus.
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.getByRole("button", { name: "Plugins", exact: true }).click();
  await page.getByRole("textbox", { name: "Address of the plugin" }).fill(site.url);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect.poll(() => page.evaluate(() => window.headroom?.plugins.entries.value.length)).toBe(4);
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    const mixer = window.headroom;
    const entry = mixer?.plugins.entries.value.find(({ origin }) => origin.kind === "url");
    mixer?.document.inserts.add("master", { plugin: entry?.descriptor.id ?? "", version: "1.0.0", bypass: true });
  });
  site.requests.length = 0;
  await page.locator(".strip", { hasText: "Master" }).locator(".slot-name").last().click();
}

const frames = (page: Page) => page.locator("iframe");
const note = (page: Page, text: RegExp) => expect(page.locator(".window [role=alert]")).toContainText(text, { timeout: 20_000 });
/** Whether the song goes on and the page answers. */
async function playsOn(page: Page): Promise<void> {
  const seconds = () => page.evaluate(() => window.headroom?.engine?.playhead.seconds() ?? 0);
  const before = await seconds();
  await expect.poll(seconds).not.toBe(before);
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
}

test(`a view gets nothing of the ${Object.keys(ATTEMPTS).length} things that it tries, and no request leaves its frame`, async ({ mixer, site }) => {
  await openView(mixer, site, tryingView(site.url));
  const results = mixer.frameLocator("iframe").locator("#results");
  await expect(results).toHaveAttribute("data-done", "yes", { timeout: 90_000 });
  expect(await results.locator("li").allTextContents()).toEqual(Object.keys(ATTEMPTS).map((name) => `${name}: refused`));
  expect(site.requests).toEqual([]);
  expect(mixer.context().pages()).toHaveLength(1);
  await playsOn(mixer);
});

for (const [name, code] of Object.entries({
  "by its location": `location = "SITEself?secret=1"`,
  "by a refresh": `document.head.insertAdjacentHTML("beforeend", "<meta http-equiv=refresh content='0;url=SITErefresh'>")`,
  "to a document from memory": `location = URL.createObjectURL(new Blob(["<script>fetch('SITEblob')</scr" + "ipt>"], { type: "text/html" }))`,
  "to a data address": `location = "data:text/html,<script>fetch('SITEdata')</scr" + "ipt>"`,
  "to an empty document": `location = "about:blank"`,
})) {
  test(`a view that leaves its frame ${name} is closed, and no request was made`, async ({ mixer, site }) => {
    await openView(mixer, site, viewText(`setTimeout(() => { ${code.replaceAll("SITE", site.url)} }, 300);`));
    await note(mixer, /The view of Half was closed: it tried to leave its frame\./);
    await expect(frames(mixer)).toHaveCount(0);
    // Its plain controls are there instead.
    await expect(mixer.locator(".window").getByRole("slider", { name: /amount/i })).toBeVisible();
    expect(site.requests).toEqual([]);
    await playsOn(mixer);
  });
}

for (const [name, code, reason] of [
  ["floods its port", `for (let i = 0; i < 20000; i++) host.params.amount.set(i % 12)`, /it flooded the mixer with messages/],
  ["floods the page", `for (let i = 0; i < 5000; i++) parent.postMessage({ x: i }, "*")`, /it flooded the page with messages/],
  ["never returns", `for (;;);`, /it stopped answering/],
  ["throws", `throw new Error("a fault of the view")`, /a fault of the view/],
] as const) {
  test(`a view that ${name} is closed with its name, and the page stays at hand`, async ({ mixer, site }) => {
    await openView(mixer, site, viewText(name === "throws" ? code : `setTimeout(() => { ${code} }, 300);`));
    await note(mixer, reason);
    await expect(frames(mixer)).toHaveCount(0);
    await playsOn(mixer);
  });
}

test("a view can neither pollute the page through its port, nor move what is not its own, nor take the screen", async ({ mixer, site }) => {
  // The runtime gives a view no port; a view that got hold of it all the same says what it likes.
  const view = viewText(`host.requestSize({ width: 1e9, height: 1e9 });`);
  const stolen = `const post = MessagePort.prototype.postMessage; MessagePort.prototype.postMessage = function (m, t) { globalThis.stolen = this; return post.call(this, m, t); };\n`;
  await openView(mixer, site, stolen + view.replace("show();", `show(); host.params.amount.begin(); host.params.amount.end();
    setTimeout(() => {
      const say = (path, args, type = "APPLY") => stolen.postMessage({ id: "x" + Math.random(), type, path, argumentList: args.map((value) => ({ type: "RAW", value })) });
      for (const id of ["__proto__", "constructor", "toString", "gain", "../amount"]) { say(["begin"], [id]); say(["set"], [id, 1]); say(["watch"], [id]); say(["observe"], [id, true]); }
      say(["set"], ["amount", 1e300]);
      setTimeout(() => say(["__proto__", "polluted"], ["yes"], "SET"), 500);
    }, 300);`));
  await expect.poll(() => mixer.locator(".window-frame").evaluate((element) => Math.max(element.getBoundingClientRect().width - innerWidth, element.getBoundingClientRect().height - innerHeight)).catch(() => -1)).toBeLessThan(0);
  await note(mixer, /it asked for something that no view may have/);
  expect(await mixer.evaluate(() => Object.values(window.headroom?.document.snapshot().strips["master"]?.inserts ?? {}).find((insert) => insert?.plugin === "com.acme.half")?.params)).toEqual({ amount: 12 });
  await playsOn(mixer);
});

test("script in a plugin's names is text everywhere", async ({ mixer, site }) => {
  const name = `<img src=x onerror="window.hacked=1">`;
  await openView(mixer, site, viewText(), processorText({ name }).replace(`vendor: "Acme"`, `vendor: "Acme"`));
  await expect(mixer.locator(".window-title")).toContainText("<img src=x");
  await mixer.keyboard.press("Escape");
  await mixer.getByRole("button", { name: "Plugins", exact: true }).click();
  await expect(mixer.getByRole("list", { name: "Plugins" })).toContainText("<img src=x");
  await mixer.keyboard.press("Escape");
  await mixer.locator(".slot-empty").first().click();
  await expect(mixer.getByRole("menuitem", { name: /<img src=x/ })).toBeVisible();
  expect(await mixer.evaluate(() => "hacked" in window)).toBe(false);
});
