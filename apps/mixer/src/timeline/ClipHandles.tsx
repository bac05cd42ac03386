import type { Clip } from "@headroom/session";
import { useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { CLIP_FORMS, type ClipForm, type ClipHandleName, GAIN_RANGE_DB } from "./clip-forms.js";
import { clipDraft, moveClipHandle } from "./clip-draft.js";
import { stepByKeys } from "./hand.js";
import { useTimeText } from "./use-time-text.js";

const NAMES = Object.keys(CLIP_FORMS) as ClipHandleName[];

/** The handles of the selected clip for keys and screen readers; a pointer finds them by their place. */
export function ClipHandles({ clip, stripName }: { readonly clip: Clip; readonly stripName: string }) {
  return (
    <div className="clip-handles" style={{ "--start": clip.startSeconds, "--length": clip.lengthSeconds }}>
      {NAMES.map((name) => (
        <ClipHandle key={name} clip={clip} name={name} stripName={stripName} />
      ))}
    </div>
  );
}

function ClipHandle({ clip, name, stripName }: { readonly clip: Clip; readonly name: ClipHandleName; readonly stripName: string }) {
  const runtime = useRuntime();
  const timeText = useTimeText();
  const ref = useRef<HTMLDivElement>(null);
  const form = CLIP_FORMS[name];
  useEffect(() => {
    const show = () => {
      const number = form.read(clipDraft.value?.clip.id === clip.id ? clipDraft.value.clip : clip);
      ref.current?.setAttribute("aria-valuenow", String(number));
      ref.current?.setAttribute("aria-valuetext", valueText(form, number, timeText));
    };
    show();
    return clipDraft.subscribe(show);
  }, [clip, form, timeText]);
  const [least, most] = form.unit === "dB" ? GAIN_RANGE_DB : [0, form.unit === "seconds" ? clip.lengthSeconds : 1e6];
  return (
    <div
      ref={ref}
      role="slider"
      className="clip-handle"
      data-handle={name}
      tabIndex={0}
      aria-label={`${form.label} of the clip on ${stripName}`}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={form.read(clip)}
      style={{ "--fade-in": clip.fadeIn?.seconds ?? 0, "--fade-out": clip.fadeOut?.seconds ?? 0 }}
      onKeyDown={(event) => stepByKeys(event, () => moveClipHandle(runtime, clip.id, name))}
    />
  );
}

function valueText({ unit }: ClipForm, number: number, timeText: (seconds: number) => string): string {
  if (unit === "dB") return `${number.toFixed(1)} dB`;
  return unit === "seconds" ? `${number.toFixed(3)} s` : timeText(number);
}
