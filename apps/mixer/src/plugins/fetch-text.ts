import { readBundle } from "@headroom/engine";

/** The text of a file of a plugin, by default as the server has it now. Rejects with a sentence that says what to do. */
export async function fetchText(url: string, cache: RequestCache = "no-store"): Promise<string> {
  let response: Response;
  try {
    // Nothing of this page goes along: neither cookies nor its address.
    response = await fetch(url, { cache, credentials: "omit", referrerPolicy: "no-referrer" });
  } catch (cause) {
    throw new Error(`${url} did not answer, or does not let other sites read it. Check the address; the server must send Access-Control-Allow-Origin.`, { cause });
  }
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${url}. Check the address.`);
  if ((response.headers.get("content-type") ?? "").includes("text/html")) throw new Error(`${url} is a page, not a part of a plugin. Check the address.`);
  return readBundle(response, url);
}

/** The value that a JSON text states. @param from - where it came from. Throws a sentence. */
export function readJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${from} is not JSON. Build the plugin again, or check the address.`, { cause });
  }
}
