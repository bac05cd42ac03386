import type { MixerEngine } from "@headroom/engine";
import type { SessionDocument } from "@headroom/session";
import { connectTransport } from "@headroom/tone";
import { Context, getTransport, setContext } from "tone";

/** The song's clock: Tone.Transport, which moves the engine's playhead. Loaded when it is needed. */
export interface ToneClock {
  play(): void;
  pause(): void;
  stop(): void;
  seek(seconds: number): void;
}

/** Makes Tone use the app's audio context, follow the document's tempo and loop, and command the engine. */
export function createToneClock(context: AudioContext, engine: MixerEngine, document: SessionDocument): ToneClock {
  setContext(new Context(context));
  const transport = getTransport();
  connectTransport(transport, engine);
  const follow = () => {
    const { tempo, loop } = document.snapshot();
    if (transport.bpm.value !== tempo) transport.bpm.value = tempo;
    transport.loop = loop.enabled;
    transport.setLoopPoints(loop.startSeconds, loop.endSeconds);
  };
  follow();
  document.subscribe(follow);
  return {
    play: () => void transport.start(),
    pause: () => void transport.pause(),
    stop: () => void transport.stop(),
    seek(seconds) {
      transport.seconds = seconds;
    },
  };
}
