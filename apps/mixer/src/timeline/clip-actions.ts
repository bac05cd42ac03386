import { FADE_SHAPES, type FadeShape } from "@headroom/session";
import type { Runtime } from "../app/runtime.js";
import { type MenuAction, type MenuPlace, openMenu } from "../menu/menu-request.js";
import { attempt } from "../session/attempt.js";
import { selectedStrip } from "../strips/selection.js";
import { focusClip, selectedClip } from "./clip-selection.js";
import { findClip } from "./find-clip.js";

/** Splits the selected clip at the playhead, or the selected channel's clip there where none is selected. */
export function splitAtPlayhead({ document, transport }: Runtime): void {
  const session = document.snapshot();
  const at = transport.seconds();
  const chosen = findClip(session, selectedClip.value);
  const there = session.strips[selectedStrip.value]?.clips.find(({ startSeconds, lengthSeconds }) => at > startSeconds && at < startSeconds + lengthSeconds);
  const clip = chosen?.clip ?? there;
  if (clip) attempt(() => focusClip(document.clips.split(clip.id, at)));
}

/** Puts a copy behind a clip. */
export function duplicateClip({ document }: Runtime, clipId: string): void {
  const found = findClip(document.snapshot(), clipId);
  if (!found) return;
  const { id: _, ...fields } = found.clip;
  const startSeconds = fields.startSeconds + fields.lengthSeconds;
  attempt(() => focusClip(document.edit(`Duplicate clip on ${found.strip.name}`, () => document.clips.add(found.strip.id, { ...fields, startSeconds }))));
}

export function removeClip({ document }: Runtime, clipId: string): void {
  attempt(() => document.clips.remove(clipId));
  if (selectedClip.value === clipId) selectedClip.set(undefined);
}

const SHAPE_NAMES: Readonly<Record<FadeShape, string>> = { linear: "straight", "equal-power": "equal power", s: "S-shaped", exponential: "exponential" };

/** Opens the menu of what can be done with a clip. */
export function openClipMenu(runtime: Runtime, clipId: string, place: MenuPlace): void {
  const { document } = runtime;
  const found = findClip(document.snapshot(), clipId);
  if (!found) return;
  const { clip, strip } = found;
  const actions: MenuAction[] = [
    { label: "Split at the playhead", shortcut: "X", run: () => splitAtPlayhead(runtime) },
    { label: "Duplicate", shortcut: "Ctrl+D", run: () => duplicateClip(runtime, clipId) },
    { label: "Mute clip", checked: clip.mute ?? false, run: () => void attempt(() => document.clips.setMute(clipId, !clip.mute)) },
    { label: "Gain to 0 dB", disabled: clip.gainDb === 0, run: () => void attempt(() => document.clips.setGain(clipId, 0)) },
    { label: "Delete", shortcut: "Del", dangerous: true, run: () => removeClip(runtime, clipId) },
  ];
  const shapes = (side: "fadeIn" | "fadeOut"): MenuAction[] =>
    FADE_SHAPES.map((shape) => ({
      label: `${side === "fadeIn" ? "Fade in" : "Fade out"} ${SHAPE_NAMES[shape]}`,
      checked: clip[side]?.shape === shape,
      // A shape that is chosen before there is a fade makes one.
      run: () => void attempt(() => document.clips.setFades(clipId, { [side]: { shape, seconds: clip[side]?.seconds ?? Math.min(FIRST_FADE_SECONDS, clip.lengthSeconds / 2) } })),
    }));
  openMenu.set({ label: `Clip on ${strip.name}`, place, sections: [{ actions }, { title: "Fade in", actions: shapes("fadeIn") }, { title: "Fade out", actions: shapes("fadeOut") }] });
}

const FIRST_FADE_SECONDS = 0.5;
