import type { Clip, Strip } from "@headroom/session";
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useRef } from "react";
import { type Runtime, useRuntime } from "../app/runtime.js";
import { atPointer } from "../menu/menu-request.js";
import { useObservable } from "../state/observable.js";
import { selectStrip } from "../strips/selection.js";
import { duplicateClip, openClipMenu, removeClip } from "./clip-actions.js";
import { clipDraft, moveClip, moveClipHandle } from "./clip-draft.js";
import { ClipHandles } from "./ClipHandles.js";
import { clipPartAt, gainPlace } from "./clip-hit.js";
import { focusClip, selectedClip } from "./clip-selection.js";
import { clipBeside, findClip } from "./find-clip.js";
import { dragByPointer, stepByKeys } from "./hand.js";
import { useTimeText } from "./use-time-text.js";
import { useSnappedSeek } from "./use-snapped-seek.js";
import { timeView } from "./time-view.js";

interface ClipBoxProps {
  readonly strip: Strip;
  readonly clip: Clip;
  /** Whether the focus comes here by Tab where no clip is selected. */
  readonly first: boolean;
}

/** A clip's place in its lane: what pointer, keys and screen readers take hold of. The lane's canvas draws it. */
export const ClipBox = memo(function ClipBox({ strip, clip, first }: ClipBoxProps) {
  const runtime = useRuntime();
  const isSelected = useObservable(selectedClip) === clip.id;
  const timeText = useTimeText();
  const seek = useSnappedSeek();
  const box = useRef<HTMLDivElement>(null);
  const place = { "--start": clip.startSeconds, "--length": clip.lengthSeconds };
  useEffect(
    () =>
      clipDraft.subscribe(() => {
        const shown = clipDraft.value?.clip.id === clip.id ? clipDraft.value.clip : clip;
        box.current?.style.setProperty("--start", String(shown.startSeconds));
        box.current?.style.setProperty("--length", String(shown.lengthSeconds));
      }),
    [clip],
  );
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const part = partUnder(event, clip);
    event.currentTarget.focus({ preventScroll: true });
    selectStrip(strip.id);
    dragByPointer(event, () => (part === "clip" ? moveClip(runtime, clip.id) : moveClipHandle(runtime, clip.id, part)), (up) => !runtime.transport.playing.value && seek(up));
  };
  return (
    <>
      <div
        ref={box}
        role="button"
        className="clip"
        aria-roledescription="clip"
        aria-label={`Clip on ${strip.name} from ${timeText(clip.startSeconds)}, ${clip.lengthSeconds.toFixed(2)} s long${clip.mute ? ", muted" : ""}`}
        aria-pressed={isSelected}
        tabIndex={isSelected || first ? 0 : -1}
        data-clip={clip.id}
        style={place}
        onFocus={() => selectedClip.set(clip.id)}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => (event.currentTarget.dataset["part"] = partUnder(event, clip))}
        onKeyDown={(event) => onClipKey(event, runtime, clip.id)}
        onContextMenu={(event) => {
          event.preventDefault();
          openClipMenu(runtime, clip.id, atPointer(event));
        }}
      />
      {isSelected && <ClipHandles clip={clip} stripName={strip.name} />}
    </>
  );
});

function partUnder(event: PointerEvent<HTMLElement>, clip: Clip) {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  const inView = clip.startSeconds * timeView.pixelsPerSecond - timeView.left;
  return clipPartAt({ x: event.clientX - left, y: event.clientY - top, width, height, gainX: gainPlace(inView, width, timeView.width) }, clip, timeView.pixelsPerSecond);
}

const BESIDE: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function onClipKey(event: KeyboardEvent<HTMLElement>, runtime: Runtime, clipId: string): void {
  if (stepByKeys(event, () => moveClip(runtime, clipId))) return followMove(runtime, clipId);
  const beside = event.altKey ? BESIDE[event.key] : undefined;
  const isCopy = event.key.toLowerCase() === "d" && (event.ctrlKey || event.metaKey);
  if (beside) focusClip(clipBeside(runtime.document.snapshot(), clipId, ...beside)?.id);
  else if (isCopy) duplicateClip(runtime, clipId);
  else if (event.key === "Delete" || event.key === "Backspace") removeClip(runtime, clipId);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** A clip that goes to another channel is drawn anew there, and takes the focus along. */
function followMove({ document }: Runtime, clipId: string): void {
  const home = findClip(document.snapshot(), clipId)?.strip.id;
  const leave = clipDraft.subscribe(() => {
    if (clipDraft.value) return;
    leave();
    if (findClip(document.snapshot(), clipId)?.strip.id !== home) focusClip(clipId);
  });
}
