import { type Clip, type Fade, type SessionDocument, trimmedEnd, trimmedStart } from "@headroom/session";

/** What of a clip is set by its handles. */
export type ClipHandleName = "start" | "end" | "fadeIn" | "fadeOut" | "gain";

/** A number of a clip that a hand moves: how it is read, shown while it moves, and stored when it is let go. */
export interface ClipForm {
  /** In a sentence: "Fade in of the clip". */
  readonly label: string;
  readonly unit: "seconds of the song" | "seconds" | "dB";
  readonly read: (clip: Clip) => number;
  /** The clip with another number, as the session would take it. @param fileSeconds - length of its audio file. */
  readonly change: (clip: Clip, number: number, fileSeconds: number) => Clip;
  readonly store: (document: SessionDocument, clip: Clip) => void;
}

const FADE_SHAPE = "equal-power";

/** Decibels that a handle can reach. */
export const GAIN_RANGE_DB = [-60, 24] as const;

export const CLIP_FORMS: Readonly<Record<ClipHandleName, ClipForm>> = {
  start: {
    label: "Start",
    unit: "seconds of the song",
    read: (clip) => clip.startSeconds,
    change: (clip, number) => fitted({ ...clip, ...trimmedStart(clip, Math.max(0, number)) }),
    store: (document, clip) => document.clips.trimStart(clip.id, clip.startSeconds),
  },
  end: {
    label: "End",
    unit: "seconds of the song",
    read: (clip) => clip.startSeconds + clip.lengthSeconds,
    change: (clip, number, fileSeconds) => fitted({ ...clip, ...trimmedEnd(clip, number, fileSeconds) }),
    store: (document, clip) => document.clips.trimEnd(clip.id, clip.startSeconds + clip.lengthSeconds),
  },
  fadeIn: fadeForm("fadeIn", "Fade in"),
  fadeOut: fadeForm("fadeOut", "Fade out"),
  gain: {
    label: "Gain",
    unit: "dB",
    read: (clip) => clip.gainDb,
    change: (clip, number) => ({ ...clip, gainDb: Math.round(Math.min(GAIN_RANGE_DB[1], Math.max(GAIN_RANGE_DB[0], number)) * 100) / 100 }),
    store: (document, clip) => document.clips.setGain(clip.id, clip.gainDb),
  },
};

function fadeForm(side: "fadeIn" | "fadeOut", label: string): ClipForm {
  return {
    label,
    unit: "seconds",
    read: (clip) => clip[side]?.seconds ?? 0,
    change: (clip, number) => {
      const { [side]: fade, ...rest } = clip;
      const seconds = Math.min(clip.lengthSeconds, Math.max(0, number));
      return seconds > 0 ? { ...rest, [side]: { shape: fade?.shape ?? FADE_SHAPE, seconds } } : rest;
    },
    store: (document, clip) => document.clips.setFades(clip.id, { [side]: clip[side] }),
  };
}

/** Fades are no longer than their clip. */
function fitted(clip: Clip): Clip {
  const shortened = (fade: Fade | undefined) => fade && { ...fade, seconds: Math.min(fade.seconds, clip.lengthSeconds) };
  const { fadeIn, fadeOut } = clip;
  return { ...clip, ...(fadeIn && { fadeIn: shortened(fadeIn) }), ...(fadeOut && { fadeOut: shortened(fadeOut) }) };
}
