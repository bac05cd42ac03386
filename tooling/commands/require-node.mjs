// Imported before anything else, and so written in what an old Node still understands.
import { readFileSync } from "node:fs";

const wanted = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).engines.node.replace(">=", "");
const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
  console.error(`Headroom needs Node ${wanted} or newer and this is Node ${process.versions.node}; get a newer one from https://nodejs.org.`);
  process.exit(1);
}
