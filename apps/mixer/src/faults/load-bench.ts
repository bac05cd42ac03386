import type { Runtime } from "../app/runtime.js";
import { Observable } from "../state/observable.js";
import { FaultBench } from "./fault-bench.js";
import { faultBundle } from "./fault-plugin.js";
import { faultAudio } from "./fault-session.js";
import { FAULTS } from "./faults.js";

/** Frames that no load of the machine exceeds, as far as it can be had: what is compared is samples, not speed. */
const HOP = 8192;

declare global {
  interface Window {
    /** For tests, and for the browser's console. */
    headroomFaults?: FaultBench;
  }
}

/** The bench, once it can play. */
export const bench = new Observable<FaultBench | undefined>(undefined);

/** Gives the started engine the faulty plugin and what the channels play. */
export async function loadBench(runtime: Runtime, engineStarted: Promise<unknown>): Promise<void> {
  await engineStarted;
  const engine = runtime.engine.value;
  if (!engine) return;
  engine.setHop(HOP);
  for (const [key, audio] of faultAudio()) engine.addAudio(key, audio);
  await engine.registerPlugin({ url: "faulty.js", bundle: faultBundle(FAULTS) });
  const made = new FaultBench(runtime, engine);
  window.headroomFaults = made;
  bench.set(made);
}
