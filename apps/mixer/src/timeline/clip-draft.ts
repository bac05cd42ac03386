import type { Clip } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { Observable } from "../state/observable.js";
import { CLIP_FORMS, type ClipHandleName } from "./clip-forms.js";
import { selectedClip } from "./clip-selection.js";
import { findClip } from "./find-clip.js";
import { gridSeconds, snapTo, stepTo } from "./grid.js";
import type { HandEdit } from "./hand.js";
import { timelineSettings } from "./timeline-settings.js";
import { timeView } from "./time-view.js";

/** A clip as a hand has moved it, before it is stored: it is drawn so, and heard as it was. */
export const clipDraft = new Observable<{ readonly clip: Clip; readonly stripId: string } | undefined>(undefined);

/** Decibels for a pixel and for a key, and how much finer Shift makes them. */
const DB_A_PIXEL = 0.2;
const DB_A_KEY = 1;
const FINE = 0.1;

/** Moves a clip in time and to other channels. Dropped with Alt or Ctrl it is a copy. */
export function moveClip(runtime: Runtime, clipId: string): HandEdit | undefined {
  const { document } = runtime;
  const found = findClip(document.snapshot(), clipId);
  if (!found) return undefined;
  const { clip, strip } = found;
  const grid = grids(runtime);
  const place = (startSeconds: number, stripId: string) => clipDraft.set({ clip: { ...clip, startSeconds }, stripId });
  return {
    drag: ({ x, clientX, clientY, free }) =>
      place(snapTo(clip.startSeconds + x / timeView.pixelsPerSecond, free ? 0 : grid), laneAt(clientX, clientY) ?? clipDraft.value?.stripId ?? strip.id),
    step: (x, y, fine) => {
      const now = clipDraft.value ?? found;
      const to = y === 0 ? undefined : neighbour(runtime, clipDraft.value?.stripId ?? strip.id, -y);
      place(x === 0 ? now.clip.startSeconds : stepTo(now.clip.startSeconds, x, grid, fine), to ?? clipDraft.value?.stripId ?? strip.id);
    },
    end: (copy) =>
      finish(({ clip: moved, stripId }) => {
        if (!copy) return document.clips.move(clipId, moved.startSeconds, stripId);
        const { id: _, ...fields } = moved;
        selectedClip.set(document.edit("Copy clip", () => document.clips.add(stripId, fields)));
      }),
    cancel: () => clipDraft.set(undefined),
  };
}

/** Moves what one of a clip's handles sets. */
export function moveClipHandle(runtime: Runtime, clipId: string, name: ClipHandleName): HandEdit | undefined {
  const { document } = runtime;
  const found = findClip(document.snapshot(), clipId);
  if (!found) return undefined;
  const { clip, strip } = found;
  const form = CLIP_FORMS[name];
  const from = form.read(clip);
  const entry = document.snapshot().audio[clip.audio];
  const fileSeconds = entry ? entry.frames / entry.sampleRate : Infinity;
  const grid = grids(runtime);
  const show = (number: number) => clipDraft.set({ clip: form.change(clip, number, fileSeconds), stripId: strip.id });
  const now = () => form.read(clipDraft.value?.clip ?? clip);
  return {
    drag: ({ x, y, free }) => {
      const seconds = x / timeView.pixelsPerSecond;
      if (form.unit === "dB") show(from - y * DB_A_PIXEL * (free ? FINE : 1));
      else if (form.unit === "seconds") show(from + (name === "fadeOut" ? -seconds : seconds));
      else show(snapTo(from + seconds, free ? 0 : grid));
    },
    step: (x, y, fine) => {
      const direction = x === 0 ? y : x;
      if (form.unit === "dB") show(now() + direction * DB_A_KEY * (fine ? FINE : 1));
      else if (form.unit === "seconds") show(stepTo(now(), direction, 0, fine));
      else show(stepTo(now(), direction, grid, fine));
    },
    end: () => finish(({ clip: changed }) => form.store(document, changed)),
    cancel: () => clipDraft.set(undefined),
  };
}

/** Stores the draft, then lets go of it: nobody must see the old clip in between. */
function finish(store: (draft: NonNullable<typeof clipDraft.value>) => void): void {
  const draft = clipDraft.value;
  if (draft) attempt(() => store(draft));
  clipDraft.set(undefined);
}

function grids({ document }: Runtime): number {
  return gridSeconds(timelineSettings.value.snap, document.snapshot().tempo);
}

/** The channel whose lane lies at a place in the window. */
function laneAt(clientX: number, clientY: number): string | undefined {
  return document.elementsFromPoint(clientX, clientY).find((element) => element.matches(".lane"))?.getAttribute("data-strip") ?? undefined;
}

function neighbour({ document }: Runtime, stripId: string, places: number): string | undefined {
  const { order, strips } = document.snapshot();
  const channels = order.filter((id) => strips[id]?.kind === "channel");
  return channels[channels.indexOf(stripId) + places];
}
