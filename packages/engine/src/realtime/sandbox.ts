import type { SandboxReport } from "./worker-api.js";

/**
 * Globals that a plugin keeps: the language, numbers, and a console. All that reaches network, storage, other
 * realms or messages is not among them.
 */
const ALLOWED = new Set([
  "globalThis", "self", "undefined", "NaN", "Infinity",
  "Object", "Function", "Array", "Number", "Boolean", "String", "Symbol", "BigInt", "Math", "JSON", "Reflect", "Proxy",
  "Date", "RegExp", "Promise", "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "Intl", "Iterator",
  "parseFloat", "parseInt", "isNaN", "isFinite", "structuredClone", "queueMicrotask", "console",
  "Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError",
  "ArrayBuffer", "SharedArrayBuffer", "Atomics", "DataView", "WebAssembly", "TextEncoder", "TextDecoder",
  "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
  "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
  "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI", "escape", "unescape",
  // Two numbers of Chromium's old file system API, which cannot be deleted and lead nowhere.
  "TEMPORARY", "PERSISTENT",
]);

/**
 * Removes every global that is not allowed, on the scope and along its whole prototype chain. What the worker
 * itself needs must have been taken before. Content security policy does not stop storage, channels or nested
 * workers; this does.
 */
export function closeSandbox(): SandboxReport {
  const kept: string[] = [];
  for (let level: object | null = globalThis; level !== null && level !== Object.prototype; level = Object.getPrototypeOf(level) as object | null) {
    for (const key of Reflect.ownKeys(level)) {
      if (typeof key === "string" && (ALLOWED.has(key) || key === "constructor")) continue;
      if (key === Symbol.toStringTag) continue;
      if (!remove(level, key)) kept.push(String(key));
    }
  }
  // A constructor on the chain would lead back to EventTarget and with it to listeners.
  for (let level = Object.getPrototypeOf(globalThis) as object | null; level !== null && level !== Object.prototype; level = Object.getPrototypeOf(level) as object | null) {
    if (!remove(level, "constructor")) kept.push("constructor");
  }
  return { kept, policy: refusesGeneratedCode() };
}

function remove(object: object, key: PropertyKey): boolean {
  if (Reflect.deleteProperty(object, key)) return true;
  // What cannot be deleted may still be hidden, where its definition allows.
  return Reflect.defineProperty(object, key, { value: undefined, writable: false, configurable: false });
}

function refusesGeneratedCode(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- whether it is refused is the question; it does nothing
    new Function("");
    return false;
  } catch {
    return true;
  }
}
