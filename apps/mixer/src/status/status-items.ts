import type { EngineStatus } from "@headroom/engine";

/** One figure of the status line. */
export interface StatusItem {
  readonly name: string;
  readonly value: string;
  /** What it means, as a tooltip. */
  readonly detail: string;
  readonly severity?: "warning" | "error";
  /** The menu that it opens. */
  readonly opens?: "hop" | "hosting";
}

/** Load from which the audio thread is close to its limit. */
const HIGH_LOAD = 0.7;

/** The engine's figures as people read them. */
export function statusItems(status: EngineStatus): readonly StatusItem[] {
  const { sampleRate, hosting, hop, hopSetting, latencyFrames, outputLatencyFrames, load, dropouts, workers, isolated } = status;
  const total = latencyFrames + outputLatencyFrames;
  return [
    { name: "Rate", value: `${sampleRate / 1000} kHz`, detail: "Sample rate of session and device" },
    {
      name: "Hop",
      value: `${hop} · ${milliseconds(hop, sampleRate)}`,
      detail: `${hop} frames (${milliseconds(hop, sampleRate)}) of delay that buy the plugins' workers their time, ${hopSetting === "auto" ? "found automatically" : "set by hand"}: click to choose`,
      opens: "hop",
    },
    {
      name: "Latency",
      value: `${total} frames · ${milliseconds(total, sampleRate)}`,
      detail: `Mixer ${latencyFrames} frames (${milliseconds(latencyFrames, sampleRate)}) and device ${outputLatencyFrames} frames (${milliseconds(outputLatencyFrames, sampleRate)})`,
    },
    {
      name: "Audio thread",
      value: `${Math.round(load * 100)} %`,
      detail: "Share of real time that mixing takes",
      ...(load >= HIGH_LOAD ? { severity: "warning" as const } : {}),
    },
    {
      name: "Dropouts",
      value: dropouts.toLocaleString("en"),
      detail: "Blocks in which the dry signal stood in for a late or dead plugin: click for what helps",
      opens: "hop",
      ...(dropouts > 0 ? { severity: "warning" as const } : {}),
    },
    {
      name: "Workers",
      value: isolated ? `${workers} · ${hosting}` : "inline",
      detail: isolated ? "Threads that run plugins, and which share one: click to choose" : "Plugins run in the audio thread: the page is not isolated",
      opens: "hosting",
    },
  ];
}

/** Frames as time. */
export function milliseconds(frames: number, sampleRate: number): string {
  return `${((frames / sampleRate) * 1000).toFixed(1)} ms`;
}
