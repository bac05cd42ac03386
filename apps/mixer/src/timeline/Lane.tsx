import type { Strip } from "@headroom/session";
import { Canvas, type Drawing } from "@headroom/ui";
import { memo, useMemo, useRef, useSyncExternalStore } from "react";
import { useRuntime } from "../app/runtime.js";
import { clipDraft } from "./clip-draft.js";
import { selectedClip } from "./clip-selection.js";
import { ClipBox } from "./ClipBox.js";
import { drawHandles } from "./draw-handles.js";
import { drawClip, type DrawnClip } from "./draw-wave.js";
import { timeView } from "./time-view.js";

interface LaneProps {
  readonly strip: Strip;
  /** Whether clips can be moved and cut. */
  readonly edited: boolean;
}

/** A channel's clips over the time of the song. */
export const Lane = memo(function Lane({ strip, edited }: LaneProps) {
  const { library } = useRuntime();
  const outlines = useSyncExternalStore(library.subscribe, library.outlines);
  const clips = useMemo(() => strip.clips.map((clip) => ({ ...clip, peaks: outlines.get(clip.audio) })), [strip.clips, outlines]);
  const first = useMemo(() => strip.clips.toSorted((a, b) => a.startSeconds - b.startSeconds)[0]?.id, [strip.clips]);
  const drawn = useRef<{ version: number; draft: object | undefined; selected: string | undefined }>({ version: -1, draft: undefined, selected: undefined });

  const draft = () => {
    const now = clipDraft.value;
    return now && (now.stripId === strip.id || strip.clips.some(({ id }) => id === now.clip.id)) ? now : undefined;
  };
  const changed = () => {
    const { version, draft: last, selected } = drawn.current;
    return version !== timeView.version || last !== draft() || (edited && selected !== selectedClip.value);
  };
  const draw = (drawing: Drawing) => {
    const moved = draft();
    drawn.current = { version: timeView.version, draft: moved, selected: selectedClip.value };
    for (const clip of clips) if (clip.id !== moved?.clip.id) drawOne(drawing, clip);
    if (moved?.stripId === strip.id) drawOne(drawing, { ...moved.clip, peaks: outlines.get(moved.clip.audio) });
  };
  const drawOne = (drawing: Drawing, clip: DrawnClip) => {
    drawClip(drawing, clip, strip.color, timeView);
    if (edited && clip.id === selectedClip.value) drawHandles(drawing, clip, timeView);
  };
  return (
    <div className="lane" data-strip={strip.id} data-muted={strip.mute || undefined}>
      <div className="in-sight">
        <Canvas draw={draw} animated changed={changed} />
      </div>
      {edited && strip.clips.map((clip) => <ClipBox key={clip.id} strip={strip} clip={clip} first={clip.id === first} />)}
    </div>
  );
});
