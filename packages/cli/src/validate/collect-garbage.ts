import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: (() => void) | undefined;

/** Collects garbage at once: what is in use afterwards is in use. */
export function collectGarbage(): void {
  if (collect === undefined) {
    // Only realms made from now on know the function; the plugin's does not.
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
    setFlagsFromString("--no-expose-gc");
  }
  collect();
  collect();
}
