import type { Clip, Fade } from "@headroom/session";
import type { ClipPlan, FadePlan } from "./plan.js";

/** A loop repeats at least so many frames: a shorter one would be a tone. */
const LEAST_LOOP = 16;

/** The clips that are heard, in frames. Frames are whole numbers in float64: exact for longer than any song. */
export function planClips(clips: readonly Clip[], sampleRate: number): ClipPlan[] {
  return clips.filter(({ mute }) => mute !== true).map((clip) => planClip(clip, sampleRate));
}

function planClip(clip: Clip, sampleRate: number): ClipPlan {
  const frames = (seconds: number) => Math.round(seconds * sampleRate);
  const length = frames(clip.lengthSeconds);
  const fade = (given: Fade | undefined): FadePlan | undefined => {
    const long = given ? Math.min(length, frames(given.seconds)) : 0;
    return given && long > 0 ? { frames: long, shape: given.shape } : undefined;
  };
  const [fadeIn, fadeOut] = [fade(clip.fadeIn), fade(clip.fadeOut)];
  const loopStart = clip.loop ? frames(clip.loop.startSeconds) : 0;
  return {
    audio: clip.audio,
    start: frames(clip.startSeconds),
    offset: frames(clip.offsetSeconds),
    length,
    gain: clip.gainDb === 0 ? 1 : 10 ** (clip.gainDb / 20),
    ...(fadeIn && { fadeIn }),
    ...(fadeOut && { fadeOut }),
    loopStart,
    loopEnd: clip.loop ? Math.max(loopStart + LEAST_LOOP, frames(clip.loop.endSeconds)) : Infinity,
  };
}
