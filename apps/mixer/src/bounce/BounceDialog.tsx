import { useState } from "react";
import { Dialog } from "../app/Dialog.js";
import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { songEnd } from "../timeline/time-scale.js";
import { bounceOpen } from "./bounce-dialog-state.js";
import { initialForm, levelProblem, stemStrips } from "./bounce-form.js";
import { BounceFormat } from "./BounceFormat.js";
import { BounceLevel } from "./BounceLevel.js";
import { BounceOutcome } from "./BounceOutcome.js";
import { BounceRange } from "./BounceRange.js";
import { useBounce } from "./use-bounce.js";
import "./bounce.css";

/** Renders the mix to WAV files: what, in which form, how loud, and what came of it. */
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
  const { document, context } = useRuntime();
  const session = document.snapshot();
  const [form, setForm] = useState(() => initialForm(session, context.sampleRate));
  const { state } = bounce;
  const isRunning = state.phase === "running";
  const stems = stemStrips(session);
  const parts = { form, isRunning, change: (fields: Partial<typeof form>) => setForm({ ...form, ...fields }) };

  if (songEnd(session) === 0) return <p>There is nothing to bounce yet: drop audio files on the page to make channels.</p>;
  return (
    <form
      className="bounce"
      onSubmit={(event) => {
        event.preventDefault();
        void bounce.start(form, session);
      }}
    >
      <BounceRange {...parts} session={session} />
      <BounceFormat {...parts} engineRate={context.sampleRate} />
      <BounceLevel {...parts} />
      <fieldset className="choices" disabled={isRunning}>
        <legend>Stems</legend>
        <label>
          <input type="checkbox" checked={form.stems} disabled={stems.length === 0} onChange={(event) => parts.change({ stems: event.target.checked })} /> A file for
          each of the {stems.length} strips that feed the master, behind their faders
        </label>
      </fieldset>
      <BounceOutcome state={state} />
      <div className="dialog-actions">
        {isRunning ? (
          // Keys keep these two apart: one element that turns into the submit button would submit with the same click.
          <button key="cancel" type="button" className="hr-button" onClick={bounce.cancel}>
            Cancel
          </button>
        ) : (
          <button key="bounce" type="submit" disabled={levelProblem(form) !== undefined} className={state.phase === "done" ? "hr-button" : "hr-button primary"}>
            {state.phase === "done" ? "Bounce again" : "Bounce"}
          </button>
        )}
      </div>
    </form>
  );
}
