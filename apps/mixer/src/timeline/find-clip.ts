import type { Clip, Session, Strip } from "@headroom/session";

/** A clip and the channel that plays it. */
export interface PlacedClip {
  readonly clip: Clip;
  readonly strip: Strip;
}

/** A clip by its id, or `undefined` when it is gone. */
export function findClip(session: Session, clipId: string | undefined): PlacedClip | undefined {
  if (clipId === undefined) return undefined;
  for (const strip of Object.values(session.strips)) {
    const clip = strip.clips.find(({ id }) => id === clipId);
    if (clip) return { clip, strip };
  }
  return undefined;
}

/** The channels' clips in order of time, by the channels from top to bottom. */
export function clipsInOrder({ order, strips }: Session): readonly (readonly Clip[])[] {
  return order.flatMap((id) => {
    const strip = strips[id];
    return strip?.kind === "channel" ? [strip.clips.toSorted((a, b) => a.startSeconds - b.startSeconds)] : [];
  });
}

/** The clip beside another: in its channel, or the nearest in the next channel that has one. */
export function clipBeside(session: Session, clipId: string, x: number, y: number): Clip | undefined {
  const rows = clipsInOrder(session);
  const row = rows.findIndex((clips) => clips.some(({ id }) => id === clipId));
  const clips = rows[row] ?? [];
  const at = clips.findIndex(({ id }) => id === clipId);
  if (x !== 0) return clips[at + x];
  const start = clips[at]?.startSeconds ?? 0;
  const others = y > 0 ? rows.slice(0, Math.max(0, row)).reverse() : rows.slice(row + 1);
  return others.find((row) => row.length > 0)?.toSorted((a, b) => Math.abs(a.startSeconds - start) - Math.abs(b.startSeconds - start))[0];
}
