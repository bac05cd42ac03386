import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";

/** The text of a third-party plugin's processor: a gain that is heard as −6 dB, or what is given. */
export function processorText({ id = "com.acme.half", name = "Half", version = "1.0.0", gain = 0.5, top = "", processor = "", params = `{ amount: { kind: "decibels", unit: "dB", min: -60, max: 12, default: 0, taper: "linear", smoothMs: 20 } }` }: Partial<Record<"id" | "name" | "version" | "top" | "processor" | "params", string>> & { readonly gain?: number } = {}): string {
  const process = processor || `() => ({ process({ input, output, params, frames }) { const { gains } = params.amount; for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * gains[i] * ${gain}; } })`;
  return `${top}
export default { id: ${JSON.stringify(id)}, name: ${JSON.stringify(name)}, vendor: "Acme", version: ${JSON.stringify(version)}, features: ["utility"], params: ${params}, readouts: { peak: { kind: "level", unit: "dBFS" } }, processor: ${process} };`;
}

/** The text of a view with one slider, which tells in its own document what happened. @param mount - statements that run when it is mounted. */
export function viewText(mount = ""): string {
  return `export default { size: { width: 320, height: 160 }, mount(element, host) {
  const { amount } = host.params;
  element.innerHTML = '<input id="amount" type="range" min="-60" max="12" step="0.1" aria-label="Amount"><output></output><button id="last">Last</button>';
  const slider = element.querySelector("input"), output = element.querySelector("output");
  const show = () => { slider.value = amount.number(); output.textContent = amount.number().toFixed(1) + " " + host.theme; };
  slider.addEventListener("pointerdown", () => amount.begin());
  slider.addEventListener("input", () => amount.set(Number(slider.value)));
  slider.addEventListener("pointerup", () => amount.end());
  const leave = [amount.subscribe(show), host.subscribeTheme(show)];
  show();
  ${mount}
  return () => leave.forEach((undo) => undo());
} };`;
}

const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** The files of a plugin package, with a manifest that fits them. */
export function packageFiles(processor: string, view?: string, fields: Record<string, unknown> = {}): Record<string, string> {
  const stated = (key: string) => new RegExp(`${key}: "([^"]*)"`).exec(processor)?.[1] ?? "";
  const manifest = {
    contract: 1,
    id: stated("id"),
    name: stated("name"),
    vendor: stated("vendor"),
    version: stated("version"),
    processor: { file: "processor.js", integrity: hash(processor) },
    ...(view === undefined ? {} : { view: { file: "view.js", integrity: hash(view) } }),
    ...fields,
  };
  return { "/headroom-plugin.json": JSON.stringify(manifest), "/processor.js": processor, ...(view === undefined ? {} : { "/view.js": view }) };
}

export interface PluginServer {
  /** Ends with a slash. */
  readonly url: string;
  /** What is served now, by path. */
  files: Record<string, string>;
  /** Every request that came, and "connection" for each connection. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Serves files as another site does, and writes down whoever asks. */
export async function servePlugin(files: Record<string, string>): Promise<PluginServer> {
  const requests: string[] = [];
  const served: PluginServer = {
    url: "",
    files,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push(`${request.method ?? ""} ${path}`);
    const text = served.files[path];
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Type", path.endsWith(".json") ? "application/json" : "text/javascript");
    response.statusCode = text === undefined ? 404 : 200;
    response.end(text ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return Object.assign(served, { url: `http://localhost:${(server.address() as AddressInfo).port}/` });
}

/** Forgets every plugin that is not the mixer's own. */
export function removeOwnPlugins(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { plugins, engine } = window.headroom ?? {};
    for (const { descriptor, origin } of plugins?.entries.value ?? []) if (origin.kind !== "built-in") await plugins?.remove(engine, descriptor.id);
  });
}
