/**
 * Objects of the language that programs give properties of their own by plain assignment to what inherits from them
 * (`error.name = …`, `Type.prototype.constructor = …`): frozen, that assignment would throw. They take no new properties.
 */
const INHERITED_EVERYWHERE = new Set<unknown>([
  Object.prototype, Error.prototype, EvalError.prototype, RangeError.prototype, ReferenceError.prototype, SyntaxError.prototype,
  TypeError.prototype, URIError.prototype, AggregateError.prototype,
]);

const TYPED_ARRAY = Object.getPrototypeOf(Int8Array.prototype) as object;
/** Of a typed array, what the host's code uses on shared memory. */
const OF_TYPED_ARRAYS = ["set", "subarray", "slice", "fill", "buffer", "byteOffset", "byteLength", "length"];

/** Objects that no global names. */
function hidden(): object[] {
  const iterators: unknown[] = [[][Symbol.iterator](), new Map().entries(), new Set().entries(), ""[Symbol.iterator](), "".matchAll(/./g)];
  const functions: unknown[] = [function* () {}, async function () {}, async function* () {}];
  return [...iterators, ...functions].map((value) => Object.getPrototypeOf(value) as object);
}

/**
 * Freezes the language's own objects in this realm, whatever is reachable from its globals: a plugin shares them with
 * the code that feeds it, and could otherwise put itself between that code and its memory and messages. Before
 * the plugin is imported.
 */
export function lockDown(): void {
  const seen = new Set<object>();
  const waiting: object[] = [...hidden()];
  for (const key of Reflect.ownKeys(globalThis)) {
    const value: unknown = Reflect.getOwnPropertyDescriptor(globalThis, key)?.value;
    if (isObject(value) && value !== globalThis) waiting.push(value);
  }
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    for (const key of Reflect.ownKeys(object)) {
      const property = Reflect.getOwnPropertyDescriptor(object, key);
      for (const part of [property?.value as unknown, property?.get, property?.set]) if (isObject(part)) waiting.push(part);
    }
    const prototype = Reflect.getPrototypeOf(object);
    if (prototype) waiting.push(prototype);
  }
  // Not while they are walked: what walks them uses them.
  for (const object of seen) {
    // Frozen, these make V8 take its slow way with every typed array: an equalizer took three times as long.
    if (object === TYPED_ARRAY) for (const key of OF_TYPED_ARRAYS) fix(object, key);
    const isOfTypedArrays = object === TYPED_ARRAY || "BYTES_PER_ELEMENT" in object;
    // A constructor of the plugin's own would be handed the memory behind every `subarray`.
    if (isOfTypedArrays) fix(object, "constructor");
    if (INHERITED_EVERYWHERE.has(object) || isOfTypedArrays) Object.preventExtensions(object);
    else Object.freeze(object);
  }
  for (const key of Reflect.ownKeys(globalThis)) fix(globalThis, key);
}

/** Nobody puts another value in its place from now on. */
function fix(object: object, key: PropertyKey): void {
  const { configurable, get } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
  if (configurable) Reflect.defineProperty(object, key, get ? { configurable: false } : { configurable: false, writable: false });
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
