import { Pause, Play, Repeat, SkipBack, Square } from "lucide-react";
import type { ReactNode } from "react";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { songEnd } from "../timeline/time-scale.js";
import { PositionText } from "./PositionText.js";
import "./transport.css";

/** Play, stop, loop and position, and what a page puts beside them. */
export function TransportControls({ children }: { readonly children?: ReactNode }) {
  const { transport, document, engine } = useRuntime();
  const isPlaying = useObservable(transport.playing);
  const isReady = useObservable(engine) !== undefined;
  const loops = useSession((session) => session.loop.enabled);
  return (
    <div className="transport" role="group" aria-label="Transport">
      <button type="button" className="icon-button" aria-label="To the start" title="To the start (Home)" onClick={() => transport.seek(0)}>
        <SkipBack size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button play-button"
        aria-label={isPlaying ? "Pause" : "Play"}
        title={isPlaying ? "Pause (Space)" : "Play (Space)"}
        data-playing={isPlaying || undefined}
        disabled={!isReady}
        onClick={() => transport.toggle()}
      >
        {isPlaying ? <Pause size={18} fill="currentColor" aria-hidden="true" /> : <Play size={18} fill="currentColor" aria-hidden="true" />}
      </button>
      <button type="button" className="icon-button" aria-label="Stop" title="Stop and go to the start" onClick={() => transport.stop()}>
        <Square size={15} fill="currentColor" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Loop"
        title="Loop (L)"
        aria-pressed={loops}
        onClick={() => transport.toggleLoop(songEnd(document.snapshot()))}
      >
        <Repeat size={16} aria-hidden="true" />
      </button>
      <PositionText />
      {children}
    </div>
  );
}
