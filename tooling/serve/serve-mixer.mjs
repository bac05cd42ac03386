import { preview } from "vite";
import { MIXER } from "../commands/paths.mjs";
import { isolationHeaders } from "../vite/isolation-headers.mjs";

/**
 * Serves the built mixer as `npm start` does.
 * @param {{ port: number, host: string }} where - A taken port gives the next free one.
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function serveMixer({ port, host }) {
  const server = await preview({
    configFile: false,
    root: MIXER,
    logLevel: "error",
    plugins: [isolationHeaders()],
    preview: { port, host, strictPort: false, open: false, allowedHosts: true },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error(`The server at ${host} has no port.`);
  return { port: address.port, close: () => server.close() };
}
