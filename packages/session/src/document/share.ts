/**
 * `next` with every part that equals the same part of `previous` replaced by it, so that equal parts are
 * identical (`===`). Plain data only: primitives, arrays, objects.
 */
export function share<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next;
  if (!isPlain(previous) || !isPlain(next) || Array.isArray(previous) !== Array.isArray(next)) return next;
  const keys = Object.keys(next);
  let equal = keys.length === Object.keys(previous).length;
  const shared: Record<string, unknown> | unknown[] = Array.isArray(next) ? [] : {};
  for (const key of keys) {
    const value = share(Reflect.get(previous, key), Reflect.get(next, key));
    equal &&= Object.hasOwn(previous, key) && Object.is(value, Reflect.get(previous, key));
    Reflect.set(shared, key, value);
  }
  // `shared` is `next` with parts exchanged for equal ones.
  return (equal ? previous : shared) as T;
}

/** Whether two plain values hold the same. */
export function same(a: unknown, b: unknown): boolean {
  return Object.is(share(a, b), a);
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);
}
