import { preview } from "vite";
import { isolationHeaders } from "@headroom/vite";

/**
 * Serves a built page with the isolation headers: the mixer as `npm start` does it, and the tests' pages.
 * @param {{ root: string, port: number, host: string }} where - The folder that holds `dist`; a taken port
 * gives the next free one, 0 any.
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function serveBuilt({ root, port, host }) {
  const server = await preview({
    configFile: false,
    root,
    logLevel: "error",
    plugins: [isolationHeaders()],
    preview: { port, host, strictPort: false, open: false, allowedHosts: true },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error(`The server at ${host} has no port.`);
  return { port: address.port, close: () => server.close() };
}
