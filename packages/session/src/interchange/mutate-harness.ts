import { strToU8, unzipSync, zipSync } from "fflate";

/** Numbers in [0, 1) that a seed makes (Mulberry32, Tommy Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What may stand where something else should. */
const ODD_VALUES: readonly unknown[] = [
  null, true, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 53, Number.MAX_SAFE_INTEGER, "", "__proto__", "constructor", "../../../etc/passwd", "C:\\", "a".repeat(5000),
  "\u0000", "\ud800", [], {}, [[[[]]]], { length: -1 }, { toString: 1 }, "master", "#12", "NaN", [null], { __proto__: null },
];
const ODD_PATHS = ["../session.json", "/etc/passwd", "audio/../../x.wav", "C:\\session.json", "session.json/", "audio/", ".", "..", "session.json\u0000", "\\\\host\\share"];

/** The text of a session with something in it changed: a value, a key, a place, its version, its depth. */
export function mutateText(text: string, random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const at = (length: number) => Math.floor(random() * length);
  const kind = at(10);
  if (kind === 0) return text.slice(0, at(text.length));
  if (kind === 1) return text.slice(0, at(text.length)) + pick(["\u0000", "}", "{", "[", "\"", ",", "\\", "1e999", "𝄞"]) + text.slice(at(text.length));
  if (kind === 2) return `${"[".repeat(at(200_000))}${text}`;
  if (kind === 3) return text.replace(/"schema": \d+/, `"schema": ${String(pick([-1, 0, 1, 2, 3, 5, 999, 1.5, "\"4\"", null, 2 ** 60]))}, "deep": ${"[".repeat(20_000)}${"]".repeat(20_000)}`);
  const session: unknown = JSON.parse(text);
  for (let times = 1 + at(4); times > 0; times--) {
    const holders: (Record<string, unknown> | unknown[])[] = [];
    collect(session, holders);
    const holder = pick(holders);
    const keys = Object.keys(holder);
    const key = keys.length > 0 ? pick(keys) : "new";
    // As a property of its own, also where its name is "__proto__".
    const put = (name: string, value: unknown) => Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
    switch (at(6)) {
      case 0: Reflect.deleteProperty(holder, key); break;
      case 1: put(pick(["__proto__", "constructor", "id", "x".repeat(200)]), structuredClone(pick(ODD_VALUES))); break;
      case 2: put(key, structuredClone(Reflect.get(holder, pick(keys.length > 0 ? keys : ["new"])))); break;
      case 3: put(key, structuredClone(pick(holders))); break;
      default: put(key, structuredClone(pick(ODD_VALUES)));
    }
  }
  return JSON.stringify(session);
}

function collect(value: unknown, into: (Record<string, unknown> | unknown[])[]): void {
  if (typeof value !== "object" || value === null) return;
  into.push(value as Record<string, unknown>);
  for (const part of Object.values(value)) collect(part, into);
}

/** A session file with something changed: bytes, length, names that lead elsewhere, another session, sizes that are lies, a bomb. */
export function mutateZip(zip: Uint8Array, random: () => number): Uint8Array {
  const at = (length: number) => Math.floor(random() * length);
  const bytes = zip.slice();
  switch (at(6)) {
    case 0: return bytes.subarray(0, at(bytes.length));
    case 1: {
      for (let times = 1 + at(20); times > 0; times--) bytes[at(bytes.length)] = at(256);
      return bytes;
    }
    case 2: {
      // In the directory at the end, where sizes and places stand.
      const from = Math.max(0, bytes.length - 400);
      for (let times = 1 + at(8); times > 0; times--) bytes[from + at(bytes.length - from)] = at(2) === 0 ? 255 : at(256);
      return bytes;
    }
    case 3: {
      const files = unzipSync(zip);
      for (let times = 1 + at(5); times > 0; times--) files[ODD_PATHS[at(ODD_PATHS.length)] ?? ""] = strToU8("x");
      return zipSync(files, { level: 0 });
    }
    case 4: {
      const files = unzipSync(zip);
      const names = Object.keys(files);
      // A bomb: zeros that are told to be audio, or the session.
      files[names[at(names.length)] ?? ""] = new Uint8Array(2 ** (10 + at(13)));
      return zipSync(files, { level: 6 });
    }
    default: {
      const files = unzipSync(zip);
      files["session.json"] = strToU8(mutateText(new TextDecoder().decode(files["session.json"]), random));
      return zipSync(files, { level: 1 });
    }
  }
}
