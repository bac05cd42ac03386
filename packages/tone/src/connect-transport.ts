import type { Playhead } from "@headroom/engine";
import type { TransportInstance } from "tone";
import { keepSecondsAtTempoChange } from "./keep-seconds.js";
import { watchProperty } from "./watch-property.js";

/** How far ahead of now a start is put that came too late, as after a long task: enough to be on time itself. */
const CATCH_UP_SECONDS = 0.03;

/**
 * Lets Tone's transport command the engine's playhead: start, stop, pause, seeks (`seconds`, `ticks`,
 * `position`), `loop`, `loopStart`, `loopEnd` and `bpm.value`. Times are those of Tone's events, which come
 * ahead of the sound by Tone's `lookAhead`, so both begin at the same sample. A start that is told too late
 * begins where Tone's clock is by then.
 *
 * The song's audio is not stretched: when the tempo is set, the song's second stays where it is and the bar
 * changes. Tempo ramps are not followed. Tone counts loops in ticks and the engine in frames; a loop whose
 * length is no whole number of frames lets them drift apart by less than one frame a round. `@mainThread`
 * @param context - the engine's context, which must be the transport's ({@link adoptContext}).
 * @returns the undo; the playhead stays as it is.
 * @throws Error when the transport belongs to another context, whose times would mean nothing here.
 */
export function connectTransport(transport: TransportInstance, playhead: Playhead, context: BaseAudioContext): () => void {
  if (transport.context.rawContext !== context) {
    throw new Error("Tone's transport runs on another AudioContext than the engine; call adoptContext with the engine's context first.");
  }
  let stopping: number | undefined;
  let connected = true;
  /** After the caller's present statement, when Tone has finished what it announced. */
  const soon = (action: () => void) => queueMicrotask(() => {
    if (connected) action();
  });

  const sendLoop = () => {
    const { loop, loopStart, loopEnd } = transport;
    const startSeconds = Number(loopStart);
    const endSeconds = Number(loopEnd);
    playhead.setLoop({ enabled: loop && endSeconds > startSeconds, startSeconds, endSeconds });
  };
  const onStart = (time: number, seconds: number) => {
    stopping = undefined;
    const late = context.currentTime - time;
    if (late <= 0) playhead.play(seconds, time);
    else playhead.play(seconds + late + CATCH_UP_SECONDS, time + late + CATCH_UP_SECONDS);
  };
  const onPause = (time: number) => playhead.pause(time);
  // A seek while playing is announced as a stop and a start at one time: one jump, no stop.
  const onStop = (time: number) => {
    stopping = time;
    soon(() => {
      if (stopping === time) playhead.stop(0, time);
      stopping = undefined;
    });
  };
  const onSeek = () => soon(() => playhead.seek(transport.seconds));

  transport.on("start", onStart).on("stop", onStop).on("pause", onPause).on("ticks", onSeek);
  const loopChanges = (["loop", "loopStart", "loopEnd"] as const).map((name) => watchProperty(transport, name, (set) => {
    set();
    soon(sendLoop);
  }));
  const stopKeeping = keepSecondsAtTempoChange(transport);

  sendLoop();
  if (transport.state === "started") {
    const now = transport.now();
    playhead.play(transport.getSecondsAtTime(now), now);
  } else {
    playhead.seek(transport.seconds);
  }

  return () => {
    connected = false;
    transport.off("start", onStart).off("stop", onStop).off("pause", onPause).off("ticks", onSeek);
    for (const undo of [...loopChanges, stopKeeping]) undo();
  };
}
