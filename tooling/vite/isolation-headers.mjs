/**
 * Headers that make a page cross-origin isolated, without which a browser gives it no SharedArrayBuffer.
 * @type {Readonly<Record<string, string>>}
 */
export const ISOLATION_HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Takes network (its own site's too), nested workers and `eval` from the workers that run plugins. */
export const PLUGIN_WORKER_POLICY =
  "default-src 'none'; script-src blob: 'wasm-unsafe-eval'; connect-src 'none'; worker-src 'none'";

/**
 * The headers that a server must send with a path of the mixer.
 * @param {string} url - Path, with or without a query.
 * @returns {Record<string, string>}
 */
export function headersFor(url) {
  const file = url.split("?")[0]?.split("/").at(-1) ?? "";
  return /(plugin|bounce)-worker/.test(file) && /\.[cm]?[jt]s$/.test(file)
    ? { ...ISOLATION_HEADERS, "Content-Security-Policy": PLUGIN_WORKER_POLICY }
    : { ...ISOLATION_HEADERS };
}

/**
 * Vite plugin: the dev and preview servers send {@link headersFor} with everything.
 * @returns {import("vite").Plugin}
 */
export function isolationHeaders() {
  /** @param {{ middlewares: import("vite").Connect.Server }} server */
  const install = ({ middlewares }) => {
    middlewares.use((request, response, next) => {
      for (const [name, value] of Object.entries(headersFor(request.url ?? "/"))) response.setHeader(name, value);
      next();
    });
  };
  return { name: "headroom:isolation-headers", configureServer: install, configurePreviewServer: install };
}
