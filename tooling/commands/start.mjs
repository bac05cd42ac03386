import "./require-node.mjs";
import { spawn } from "node:child_process";
import { networkInterfaces } from "node:os";
import { parseArgs } from "node:util";
import { MIXER } from "./paths.mjs";
import { build, install } from "./setup.mjs";

const DEFAULT_PORT = "4800";

try {
  const { port, host, open } = readOptions();
  await build(await install(), ["@headroom/mixer"]);
  // After the install: the server's own dependencies come with it.
  const { serveBuilt } = await import("../vite/serve-built.mjs");
  const server = await serveBuilt({ root: MIXER, port, host });
  if (server.port !== port && port !== 0) console.log(`Port ${port} is taken; using ${server.port}.`);
  announce(host, server.port);
  if (open) openBrowser(`http://localhost:${server.port}/`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      void server.close().finally(() => process.exit(0));
      // An open page's connections must not hold the command up.
      setTimeout(() => process.exit(0), 500).unref();
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      host: { type: "string" },
      open: { type: "boolean", default: true },
    },
    allowNegative: true,
  });
  // npm keeps options before a "--" to itself and passes them on this way.
  const text = values.port ?? process.env["npm_config_port"] ?? process.env["PORT"] ?? DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`The port ${text} is no port; use a whole number from 0 to 65535.`);
  const display = process.platform !== "linux" || (process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]) !== undefined;
  return {
    port,
    host: values.host ?? process.env["npm_config_host"] ?? "localhost",
    open: values.open && display && process.env["CI"] === undefined && process.env["npm_config_open"] !== "",
  };
}

/**
 * @param {string} host
 * @param {number} port
 */
function announce(host, port) {
  const everywhere = host === "0.0.0.0" || host === "::";
  console.log(`Headroom is at http://${everywhere ? "localhost" : host}:${port}/ (Ctrl-C ends it)`);
  if (!everywhere) return;
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter((one) => one.family === "IPv4" && !one.internal);
  for (const { address } of addresses) {
    console.log(`From other machines: http://${address}:${port}/ (browsers run the mixer only from localhost or over https, so put a TLS proxy in front)`);
  }
}

/** @param {string} address */
function openBrowser(address) {
  const [command, args] =
    process.platform === "darwin" ? ["open", [address]]
    : process.platform === "win32" ? ["cmd", ["/c", "start", "", address]]
    : ["xdg-open", [address]];
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  // No browser is no failure: the address is printed.
  child.on("error", () => undefined);
  child.unref();
}
