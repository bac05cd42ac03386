import { MANIFEST_FILE } from "@headroom/session";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { InlineConfig, ViteDevServer } from "vite";
import { BuildStream } from "./build-stream.js";
import { sendIsolationHeaders } from "./isolation-headers.js";
import { PluginBuilds, type BuildReport } from "./plugin-builds.js";
import { PROCESSOR_FILE, VIEW_FILE, type PluginEntries } from "./plugin-environments.js";

/** Path of the plugin on the development server. */
const PLUGIN = "/plugin/";
/** Beside the manifest; the mixer listens there. */
const BUILDS = `${PLUGIN}builds`;

/**
 * Makes a Vite development server one that plays a plugin: it gives the mixer with the plugin in a slot, builds the plugin
 * after every save, and tells the mixer.
 * @param mixer - folder of the built mixer, which the server gives as its public files.
 * @param watch - the configuration of the build, in watch mode.
 * @returns the undo.
 */
export function playPlugin(server: ViteDevServer, mixer: string, entries: PluginEntries, outDir: string, watch: InlineConfig): () => Promise<void> {
  const { logger } = server.config;
  const stream = new BuildStream();
  const tell = (report: BuildReport) => {
    stream.tell(report);
    if ("failed" in report) logger.error(`The plugin was not built; the mixer plays on with the last one.\n${report.failed}`, { timestamp: true });
    else logger.info(`${report.built.manifest.name} ${report.built.manifest.version} built in ${report.milliseconds.toFixed(0)} ms`, { timestamp: true });
  };
  const builds = new PluginBuilds(outDir, { processor: PROCESSOR_FILE, ...(entries.view === undefined ? {} : { view: VIEW_FILE }) }, tell);
  const started = builds.start(watch, entries.view === undefined ? ["processor"] : ["processor", "view"]);
  started.catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));

  server.middlewares.use(sendIsolationHeaders);
  server.middlewares.use((request, response, next) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const send = (text: string, type: string) => response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" }).end(text);
    if (pathname === BUILDS) return stream.open(request, response);
    if (pathname.startsWith(PLUGIN)) {
      const text = builds.current?.files.get(pathname.slice(PLUGIN.length));
      if (text === undefined) return void response.writeHead(404).end();
      return void send(text, pathname.endsWith(".json") ? "application/json" : "text/javascript");
    }
    if (pathname !== "/") return next();
    if (!searchParams.has("plugin")) return void response.writeHead(302, { Location: `/?plugin=${PLUGIN}${MANIFEST_FILE}` }).end();
    readFile(path.join(mixer, "index.html"), "utf8").then((page) => send(page, "text/html"), next);
  });
  server.printUrls = () => {
    for (const url of server.resolvedUrls?.local ?? []) logger.info(`  The mixer with your plugin: ${url}`);
    for (const url of server.resolvedUrls?.network ?? []) logger.info(`  From other machines: ${url} (over https only)`);
  };
  return async () => {
    stream.close();
    await started.catch(() => undefined);
    await builds.close();
  };
}
