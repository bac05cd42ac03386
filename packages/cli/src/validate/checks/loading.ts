import { complaints, fail, pass, type Check } from "../check.js";

/** Milliseconds of the processor's time; a session with twenty inserts must not open for minutes. */
const MOST_LOAD_MS = 1000;

export const LOADING: readonly Check[] = [
  {
    // Reached only once the bundle has run: what it throws is told by the process that loads it.
    id: "load.module",
    level: 1,
    needs: [],
    run: () => pass("The bundle runs in the sandbox and its default export is a plugin."),
  },
  {
    id: "load.time",
    level: 2,
    needs: ["load.module"],
    run: ({ loadMs }) =>
      loadMs > MOST_LOAD_MS
        ? fail(`Loading the bundle took ${loadMs.toFixed(0)} ms of processor time; ${MOST_LOAD_MS} are allowed: compute tables when an instance is made, or later.`)
        : pass(`Loading the bundle took ${loadMs.toFixed(0)} ms of processor time.`),
  },
  {
    id: "load.again",
    level: 2,
    needs: ["contract.plain"],
    async run({ realm, bundle, descriptor }) {
      await realm.load(bundle.code, bundle.name);
      const again = JSON.stringify(realm.api.descriptor());
      const faults = again === JSON.stringify(descriptor) ? [] : ["Loaded a second time, the bundle states something else; state the same each time, without counters or random ids."];
      return complaints(faults, "Loaded a second time, it is the same.");
    },
  },
];
