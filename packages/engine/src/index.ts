export type { BitDepth, HostingMode } from "./shared/terms.js";
export type {
  AudioData, BounceOptions, BounceResult, EngineNotice, EngineOptions, EngineStatus, EngineUrls,
  InsertState, InsertMeterPoint, InsertStatus, MeterPoint, MeterReading, MixerEngine, MonitorControl, Playhead, PluginSource, RangeOptions, ReadoutSource, SendControl,
  StripControl, StripDelays, TapOptions,
} from "./api.js";
export type { Normalization } from "./bounce/finish-bounce.js";
export { createEngine } from "./hosting/engine.js";
export { readBundle } from "./hosting/read-bundle.js";
export { RoutingCycleError } from "./graph/routing.js";
export { heard } from "./graph/heard.js";
export type { Heard } from "./graph/heard.js";
export { encodeWav } from "./bounce/wav.js";
export { resample } from "./resample/resample.js";
export { openViewFrame } from "./view-frame/view-frame.js";
export type { ViewFrame, ViewFrameOptions } from "./view-frame/view-frame.js";
export type { FrameKey, FrameSize } from "./view-frame/protocol.js";
