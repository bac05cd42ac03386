import { OfflineContext } from "tone";
import { SAMPLE_RATE } from "../composition/timeline.js";

/** Two channels of equal length. */
export type StereoAudio = readonly [left: Float32Array<ArrayBuffer>, right: Float32Array<ArrayBuffer>];

/** A place where Tone instruments play faster than real time. @mainThread */
export interface OfflineStage {
  /** Give it to every Tone node: none may fall back on the page's own context. */
  readonly context: OfflineContext;
  /** Connect what should be heard to it. */
  readonly output: AudioNode;
  readonly frames: number;
  /** Plays what was scheduled; the audio thread does the work. Call it once. */
  render(): Promise<StereoAudio>;
}

/** Opens a stereo stage of the given length. @mainThread */
export function openStage(frames: number): OfflineStage {
  // Tone's own context is a wrapper that is slower and that native nodes refuse.
  const native = new OfflineAudioContext({ numberOfChannels: 2, length: frames, sampleRate: SAMPLE_RATE });
  const context = new OfflineContext(native);
  return {
    context,
    output: native.destination,
    frames,
    async render() {
      // Synchronous, because timers are throttled to one a second in a hidden tab.
      const rendered = (await context.render(false)).get();
      if (!rendered) throw new Error("The browser rendered no audio for the demo song. Reload the page to try again.");
      return [rendered.getChannelData(0), rendered.getChannelData(1)];
    },
  };
}
