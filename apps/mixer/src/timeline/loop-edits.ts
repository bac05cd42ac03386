import type { Loop } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { Observable } from "../state/observable.js";
import { gridSeconds, snapTo, stepTo } from "./grid.js";
import type { HandEdit } from "./hand.js";
import { timelineSettings } from "./timeline-settings.js";
import { timeView } from "./time-view.js";

type Span = Pick<Loop, "startSeconds" | "endSeconds">;

/** The loop as a hand has drawn it, before it is stored. */
export const loopDraft = new Observable<Span | undefined>(undefined);

/** A loop is at least so long. */
const LEAST_SECONDS = 0.01;

const gridOf = ({ document }: Runtime) => gridSeconds(timelineSettings.value.snap, document.snapshot().tempo);

/** Draws a loop from where a pointer went down to where it is. */
export function drawLoop(runtime: Runtime, clientX: number): HandEdit {
  const from = timeView.secondsAt(clientX);
  const grid = gridOf(runtime);
  return {
    ...ends(runtime, { enabled: true }),
    drag: ({ x, free }) => {
      const step = free ? 0 : grid;
      const [a, b] = [from, timeView.secondsAt(clientX + x)].sort((one, two) => one - two).map((seconds) => snapTo(seconds, step));
      loopDraft.set(span(a ?? 0, b ?? 0, step));
    },
    step: () => undefined,
  };
}

/** Moves one end of the loop. */
export function moveLoopEnd(runtime: Runtime, end: "startSeconds" | "endSeconds"): HandEdit {
  const { loop } = runtime.document.snapshot();
  const grid = gridOf(runtime);
  const show = (seconds: number) => {
    const start = end === "startSeconds" ? Math.min(seconds, loop.endSeconds - LEAST_SECONDS) : loop.startSeconds;
    loopDraft.set(end === "startSeconds" ? { startSeconds: Math.max(0, start), endSeconds: loop.endSeconds } : span(start, seconds, 0));
  };
  return {
    ...ends(runtime, {}),
    drag: ({ x, free }) => show(snapTo(loop[end] + x / timeView.pixelsPerSecond, free ? 0 : grid)),
    step: (x, y, fine) => show(stepTo((loopDraft.value ?? loop)[end], x === 0 ? y : x, grid, fine)),
  };
}

function span(startSeconds: number, endSeconds: number, step: number): Span {
  return { startSeconds, endSeconds: Math.max(endSeconds, startSeconds + Math.max(step, LEAST_SECONDS)) };
}

function ends({ transport }: Runtime, fields: Partial<Loop>): Pick<HandEdit, "end" | "cancel"> {
  return {
    end: () => {
      if (loopDraft.value) transport.setLoop({ ...fields, ...loopDraft.value });
      loopDraft.set(undefined);
    },
    cancel: () => loopDraft.set(undefined),
  };
}
