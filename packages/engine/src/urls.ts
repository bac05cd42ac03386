import type { EngineUrls } from "./api.js";

/**
 * Where the engine's own scripts are: beside this module, as one self-contained file each. Bundlers that follow
 * `new URL(…, import.meta.url)` copy them along.
 */
export function urlsOf(overrides: Partial<EngineUrls> = {}): EngineUrls {
  return {
    mixerWorklet: overrides.mixerWorklet ?? new URL("./realtime/mixer-worklet.js", import.meta.url).href,
    pluginWorker: overrides.pluginWorker ?? new URL("./realtime/plugin-worker.js", import.meta.url).href,
    viewFrame: overrides.viewFrame ?? new URL("./view-frame/frame.js", import.meta.url).href,
    resampler: overrides.resampler ?? new URL("./resample/resampler.js", import.meta.url).href,
    bounceWorker: overrides.bounceWorker ?? new URL("./bounce/bounce-worker.js", import.meta.url).href,
  };
}
