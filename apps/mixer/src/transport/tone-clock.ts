import type { MixerEngine } from "@headroom/engine";
import type { SessionDocument } from "@headroom/session";
import { adoptContext, connectTransport } from "@headroom/tone";
import { Context, getTransport, setContext } from "tone";

/** The song's clock: Tone.Transport, which moves the engine's playhead. */
export interface ToneClock {
  play(): void;
  pause(): void;
  stop(): void;
  seek(seconds: number): void;
}

/** Makes Tone use the app's audio context, follow the document's tempo and loop, and command the engine. */
export function createToneClock(context: AudioContext, engine: MixerEngine, document: SessionDocument): ToneClock {
  adoptContext({ Context, setContext }, context);
  const transport = getTransport();
  const at = engine.playhead.seconds();
  follow();
  transport.seconds = at;
  connectTransport(transport, engine.playhead, context);
  document.subscribe(follow);
  return {
    play: () => void transport.start(),
    pause: () => void transport.pause(),
    stop: () => void transport.stop(),
    seek(seconds) {
      transport.seconds = seconds;
    },
  };

  function follow(): void {
    const { tempo, loop } = document.snapshot();
    if (transport.bpm.value !== tempo) transport.bpm.value = tempo;
    if (transport.loopStart !== loop.startSeconds || transport.loopEnd !== loop.endSeconds) {
      transport.setLoopPoints(loop.startSeconds, loop.endSeconds);
    }
    if (transport.loop !== loop.enabled) transport.loop = loop.enabled;
  }
}
