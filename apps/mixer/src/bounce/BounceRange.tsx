import type { Session } from "@headroom/session";
import { songEnd } from "../timeline/time-scale.js";
import { clockText } from "../transport/time-text.js";
import type { BounceForm } from "./bounce-form.js";

/** A part of the dialog: what is asked for now, and the way to change it. */
export interface BouncePart {
  readonly form: BounceForm;
  readonly isRunning: boolean;
  readonly change: (fields: Partial<BounceForm>) => void;
}

/** The whole song, or its loop. */
export function BounceRange({ form, isRunning, change, session }: BouncePart & { readonly session: Session }) {
  const { loop } = session;
  const hasLoop = loop.endSeconds > loop.startSeconds;
  return (
    <fieldset className="choices" disabled={isRunning}>
      <legend>Range</legend>
      <label>
        <input type="radio" name="range" checked={form.range === "song"} onChange={() => change({ range: "song" })} /> Whole song ({clockText(songEnd(session))})
      </label>
      <label>
        <input type="radio" name="range" checked={form.range === "loop"} disabled={!hasLoop} onChange={() => change({ range: "loop" })} /> Loop
        {hasLoop ? ` (${clockText(loop.startSeconds)} to ${clockText(loop.endSeconds)})` : " (none is set: drag in the ruler)"}
      </label>
    </fieldset>
  );
}
