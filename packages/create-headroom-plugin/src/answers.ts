import path from "node:path";

/** What a plugin can be made of, and how each choice reads in the questions. */
export const KINDS = { effect: "a resonant filter", dynamics: "a compressor with a sidechain", meter: "peak and RMS levels" } as const;
export const KERNELS = { typescript: "TypeScript", assemblyscript: "AssemblyScript, compiled to WebAssembly" } as const;
export const VIEWS = { react: "React, with Headroom's knobs, meters and curves", generic: "none: the host draws a control for each parameter" } as const;

export type Kind = keyof typeof KINDS;
export type Kernel = keyof typeof KERNELS;
export type ViewKind = keyof typeof VIEWS;

/** All that the questions ask. */
export interface Answers {
  /** Where the project goes, as it was said. */
  readonly folder: string;
  readonly name: string;
  readonly vendor: string;
  /** Of the plugin, for ever: a reverse domain name. */
  readonly id: string;
  readonly kind: Kind;
  readonly kernel: Kernel;
  readonly view: ViewKind;
}

export const DEFAULT_FOLDER = "my-plugin";
export const DEFAULT_VENDOR = "My Company";

/** "my-plugin" for "My Plugin!". */
export function slug(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}

/** A plugin's name from its folder's: "My Plugin" for "here/my-plugin". */
export function nameOfFolder(folder: string): string {
  const words = slug(path.basename(path.resolve(folder))).split("-").filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || "My Plugin";
}

/** An id from vendor and name: "com.acme.my-plugin". */
export function idOf(vendor: string, name: string): string {
  return `com.${slug(vendor) || "example"}.${slug(name) || DEFAULT_FOLDER}`;
}

/** What is wrong with a text, in a sentence. */
export function faultOfText(what: string, text: string): string | undefined {
  if (text.trim() === "") return `The ${what} is empty; write at least one letter.`;
  if (text.length > 100) return `The ${what} has ${text.length} letters; 100 is the most.`;
  // It is written into source code and JSON as it is.
  return /["\\\p{Cc}]/u.test(text) ? `The ${what} is ${JSON.stringify(text)}; write it without quotes, backslashes and control characters.` : undefined;
}

/** What is wrong with an id, in a sentence. */
export function faultOfId(id: string): string | undefined {
  return id.length <= 100 && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(id) ? undefined : `"${id}" is no id; write a reverse domain name in small letters, such as com.acme.tremolo.`;
}
