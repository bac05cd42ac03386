import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { run } from "../commands/run.mjs";

/**
 * Serves tarballs as a registry does, for packages that no registry has before a release. Whoever asks for another is sent on.
 * @param {readonly import("./tarballs.mjs").Packed[]} packed
 * @param {number} [port] - Default: any that is free.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, url: string, close: () => Promise<void> }>} The environment that tells npm of it.
 */
export async function serveRegistry(packed, port = 0) {
  const upstream = await registryOfNpm();
  const manifests = new Map(await Promise.all(packed.map(async ({ name, tarball }) => /** @type {const} */ ([name, { tarball, manifest: await manifestOf(tarball) }]))));
  const server = createServer((request, response) => {
    const wanted = nameIn(request.url ?? "/");
    const file = packed.find(({ tarball }) => path.basename(tarball) === wanted)?.tarball;
    if (file !== undefined) {
      createReadStream(file).pipe(response);
      return;
    }
    const found = manifests.get(wanted);
    if (!found) {
      response.writeHead(302, { Location: new URL((request.url ?? "/").slice(1), upstream).href }).end();
      return;
    }
    const { name, version } = found.manifest;
    const dist = { tarball: `${url}${path.basename(found.tarball)}` };
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ name, "dist-tags": { latest: version }, versions: { [version]: { ...found.manifest, dist } } }));
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "localhost", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The registry of the tarballs has no port.");
  const url = `http://localhost:${address.port}/`;
  return {
    env: { npm_config_registry: url },
    url,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What is asked for; an address that no decoder takes is left as it is. */
function nameIn(/** @type {string} */ url) {
  try {
    return decodeURIComponent(url).slice(1);
  } catch {
    return url.slice(1);
  }
}

/** Where npm takes packages from as it is set up. */
async function registryOfNpm() {
  const { code, output } = await run("npm", ["config", "get", "registry"], { capture: true });
  if (code !== 0) throw new Error(`npm does not say which registry it asks:\n${output}`);
  return output.trim().replace(/\/*$/, "/");
}

/** @param {string} tarball */
async function manifestOf(tarball) {
  const { code, output } = await run("tar", ["-xOzf", tarball, "package/package.json"], { capture: true });
  if (code !== 0) throw new Error(`${tarball} cannot be read:\n${output}`);
  return JSON.parse(output);
}
