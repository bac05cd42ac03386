import type { Connect, Plugin } from "vite";

/** Headers that make a page cross-origin isolated, without which a browser gives it no SharedArrayBuffer. */
const ISOLATION_HEADERS: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Takes network (its own site's too), nested workers and `eval` from the workers that run plugins. */
const PLUGIN_WORKER_POLICY = "default-src 'none'; script-src blob: 'wasm-unsafe-eval'; connect-src 'none'; worker-src 'none'";

/** The headers that a server must send with a path of the mixer. @param url - path, with or without a query. */
export function headersFor(url: string): Record<string, string> {
  const file = url.split("?")[0]?.split("/").at(-1) ?? "";
  return /(plugin|bounce)-worker/.test(file) && /\.[cm]?[jt]s$/.test(file) ? { ...ISOLATION_HEADERS, "Content-Security-Policy": PLUGIN_WORKER_POLICY } : { ...ISOLATION_HEADERS };
}

/** Gives every answer of a server the headers that the mixer needs. */
export const sendIsolationHeaders: Connect.NextHandleFunction = (request, response, next) => {
  for (const [name, value] of Object.entries(headersFor(request.url ?? "/"))) response.setHeader(name, value);
  next();
};

/** Vite plugin: the dev and preview servers send {@link headersFor} with everything. */
export function isolationHeaders(): Plugin {
  const install = ({ middlewares }: { readonly middlewares: Connect.Server }) => void middlewares.use(sendIsolationHeaders);
  return { name: "headroom:isolation-headers", configureServer: install, configurePreviewServer: install };
}
