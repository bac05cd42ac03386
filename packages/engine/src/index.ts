export type {
  AudioData, BitDepth, BounceOptions, BounceResult, EngineNotice, EngineOptions, EngineStatus, EngineUrls, HostingMode,
  InsertState, InsertStatus, MeterPoint, MeterReading, MixerEngine, Playhead, PluginSource, ReadoutSource, StripControl,
} from "./api.js";
