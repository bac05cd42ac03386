import type { BitDepth } from "@headroom/engine";
import { useState } from "react";
import { Dialog } from "../app/Dialog.js";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { songEnd } from "../timeline/time-scale.js";
import { clockText } from "../transport/time-text.js";
import { bounceOpen } from "./bounce-dialog-state.js";
import { BIT_DEPTHS } from "./bounce-text.js";
import { BounceOutcome } from "./BounceOutcome.js";
import { useBounce } from "./use-bounce.js";
import "./bounce.css";

/** Renders the mix to a WAV file: what, in which form, how far, and what came of it. */
export function BounceDialog() {
  const isOpen = useObservable(bounceOpen);
  const bounce = useBounce();
  const close = () => {
    bounce.reset();
    bounceOpen.set(false);
  };
  return (
    <Dialog title="Bounce to WAV" isOpen={isOpen} onClose={close}>
      {isOpen && <BounceBody bounce={bounce} />}
    </Dialog>
  );
}

function BounceBody({ bounce }: { readonly bounce: ReturnType<typeof useBounce> }) {
  const { document } = useRuntime();
  const session = document.snapshot();
  const { loop } = session;
  const end = songEnd(session);
  const hasLoop = loop.endSeconds > loop.startSeconds;
  const [range, setRange] = useState<"song" | "loop">(hasLoop && loop.enabled ? "loop" : "song");
  const [depth, setDepth] = useState<BitDepth>(24);
  const { state } = bounce;
  const span = range === "loop" ? loop : { startSeconds: 0, endSeconds: end };
  const isRunning = state.phase === "running";

  if (end === 0) return <p>There is nothing to bounce yet: drop audio files on the page to make channels.</p>;
  return (
    <form
      className="bounce"
      onSubmit={(event) => {
        event.preventDefault();
        void bounce.start({ ...span, depth }, range === "song");
      }}
    >
      <fieldset className="choices" disabled={isRunning}>
        <legend>Range</legend>
        <label>
          <input type="radio" name="range" checked={range === "song"} onChange={() => setRange("song")} /> Whole song ({clockText(end)})
        </label>
        <label>
          <input type="radio" name="range" checked={range === "loop"} disabled={!hasLoop} onChange={() => setRange("loop")} /> Loop
          {hasLoop ? ` (${clockText(loop.startSeconds)} to ${clockText(loop.endSeconds)})` : " (none is set: drag in the ruler)"}
        </label>
      </fieldset>
      <fieldset className="choices" disabled={isRunning}>
        <legend>Format</legend>
        {BIT_DEPTHS.map((format) => (
          <label key={format.depth}>
            <input type="radio" name="depth" checked={depth === format.depth} onChange={() => setDepth(format.depth)} /> {format.text}
          </label>
        ))}
      </fieldset>
      <BounceOutcome state={state} />
      <div className="dialog-actions">
        {isRunning ? (
          // Keys keep these two apart: one element that turns into the submit button would submit with the same click.
          <button key="cancel" type="button" className="hr-button" onClick={bounce.cancel}>
            Cancel
          </button>
        ) : (
          <button key="bounce" type="submit" className={state.phase === "done" ? "hr-button" : "hr-button primary"}>
            {state.phase === "done" ? "Bounce again" : "Bounce"}
          </button>
        )}
      </div>
    </form>
  );
}
