import { MANIFEST_FILE, openPackage, packageOfBundle, type PluginOrigin, type PluginPackage } from "@headroom/session";
import { completeAddress } from "./complete-address.js";
import { fetchText, readJson } from "./fetch-text.js";
import { originText } from "./plugin-origin.js";

/** Key of a package.json that names the manifest of its plugin. */
const PACKAGE_KEY = "headroom";

/** Fetches a plugin from its address or its npm package. Rejects with a sentence. */
export async function fetchPackage(origin: Exclude<PluginOrigin, { kind: "file" }>): Promise<PluginPackage> {
  const from = originText(origin);
  const url = origin.kind === "url" ? checkedUrl(origin.url) : await manifestOfPackage(origin.name, origin.base);
  const file = isBundle(url) || url.pathname.endsWith(".json") ? url : new URL(MANIFEST_FILE, withSlash(url));
  return openFetched(file, await fetchText(file.href), from);
}

/** Opens a plugin whose manifest, or whose bundle where it has none, was fetched. @param from - its origin in words. Rejects with a sentence. */
export async function openFetched(url: URL, text: string, from: string): Promise<PluginPackage> {
  if (isBundle(url)) return packageOfBundle(text, from);
  return openPackage(readJson(text, url.href), (file) => fetchText(new URL(file, url).href), from);
}

function isBundle(url: URL): boolean {
  return /\.m?js$/.test(url.pathname);
}

/** The address of the manifest that an npm package's package.json names. */
async function manifestOfPackage(name: string, base: string): Promise<URL> {
  if (!/^(@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/.test(name)) throw new Error(`"${name}" is no name of an npm package; write one such as @acme/tremolo.`);
  const folder = withSlash(new URL(`${name}/`, withSlash(checkedUrl(base))));
  const at = new URL("package.json", folder).href;
  const manifest = (readJson(await fetchText(at), at) as Record<string, unknown> | null)?.[PACKAGE_KEY];
  if (typeof manifest !== "string") throw new Error(`${at} names no plugin; add "${PACKAGE_KEY}": "./dist/${MANIFEST_FILE}" to it.`);
  const url = new URL(manifest, folder);
  if (!url.href.startsWith(folder.href)) throw new Error(`${at} names ${manifest}, which is outside of the package; name a file within it.`);
  return url;
}

/** An address that a page may fetch from, with or without its protocol. Throws a sentence. */
export function checkedUrl(typed: string): URL {
  const text = completeAddress(typed);
  if (URL.canParse(text, location.href)) {
    const url = new URL(text, location.href);
    if (url.protocol === "https:" || url.protocol === "http:") return url;
  }
  throw new Error(`"${text}" is no address of the web; write one such as https://example.com/tremolo/${MANIFEST_FILE}.`);
}

function withSlash(url: URL): URL {
  return url.pathname.endsWith("/") ? url : new URL(`${url.pathname}/`, url);
}
