import type { BounceResult } from "@headroom/engine";
import type { Session } from "@headroom/session";
import { useRef, useState } from "react";
import { useRuntime } from "../app/runtime.js";
import { sentence } from "../status/notices.js";
import { songEnd } from "../timeline/time-scale.js";
import { normalization, stemStrips, type BounceForm } from "./bounce-form.js";
import { fileName } from "./bounce-text.js";

/** A file that can be downloaded. */
export interface BouncedFile {
  readonly name: string;
  readonly url: string;
}

/** How far a bounce is. */
export type BounceState =
  | { readonly phase: "idle" }
  | { readonly phase: "running"; readonly done: number }
  | { readonly phase: "done"; readonly result: BounceResult; readonly form: BounceForm; readonly mix: BouncedFile; readonly stems: readonly BouncedFile[] }
  | { readonly phase: "failed"; readonly reason: string };

/** Seconds after the end in which what still rings is kept. */
const TAIL_SECONDS = 2;

/** One bounce at a time, with its progress. */
export function useBounce() {
  const { engine } = useRuntime();
  const [state, setState] = useState<BounceState>({ phase: "idle" });
  const aborter = useRef<AbortController>(undefined);

  const start = async (form: BounceForm, session: Session) => {
    const running = engine.value;
    if (!running) return setState({ phase: "failed", reason: "The audio engine has not started; wait for it and bounce again." });
    forget(state);
    const abort = new AbortController();
    aborter.current = abort;
    setState({ phase: "running", done: 0 });
    const isWhole = form.range === "song";
    const stems = form.stems ? stemStrips(session) : [];
    try {
      const result = await running.bounce({
        ...(isWhole ? { startSeconds: 0, endSeconds: songEnd(session) } : { startSeconds: session.loop.startSeconds, endSeconds: session.loop.endSeconds }),
        bitDepth: form.depth,
        dither: form.dither,
        sampleRate: form.sampleRate,
        normalize: normalization(form),
        stems: stems.map(({ id }) => id),
        tailSeconds: isWhole ? TAIL_SECONDS : 0,
        onProgress: (done) => !abort.signal.aborted && setState({ phase: "running", done }),
        signal: abort.signal,
      });
      // Whoever cancelled is not shown what came of it all the same.
      if (abort.signal.aborted) return;
      const file = (part: string, wav: Blob): BouncedFile => ({ name: fileName(part, form.depth), url: URL.createObjectURL(wav) });
      const files = result.stems.map(({ wav }, i) => file(`${session.name} - ${stems[i]?.name ?? ""}`, wav));
      setState({ phase: "done", result, form, mix: file(session.name, result.wav), stems: files });
    } catch (error) {
      if (!abort.signal.aborted) setState({ phase: "failed", reason: sentence(error) });
    }
  };
  const cancel = () => {
    aborter.current?.abort();
    setState({ phase: "idle" });
  };
  const reset = () => {
    forget(state);
    cancel();
  };
  return { state, start, cancel, reset };
}

function forget(state: BounceState): void {
  if (state.phase === "done") for (const { url } of [state.mix, ...state.stems]) URL.revokeObjectURL(url);
}
