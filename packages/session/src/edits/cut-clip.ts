import type { Clip } from "../schema.js";

/** Clips are at least this long. */
const LEAST_SECONDS = 0.001;

/** The place in its file that a clip plays so many seconds after its start. */
export function placeInFile({ offsetSeconds, loop }: Clip, seconds: number): number {
  const place = offsetSeconds + seconds;
  if (!loop || place < loop.endSeconds) return place;
  return loop.startSeconds + ((place - loop.startSeconds) % (loop.endSeconds - loop.startSeconds));
}

/** The two clips that a clip is cut into at a time of the song. The first keeps the fade-in, the second the fade-out. */
export function splitClip(clip: Clip, atSeconds: number): [first: Clip, second: Clip] {
  const { fadeIn, fadeOut, ...whole } = clip;
  const length = atSeconds - clip.startSeconds;
  const rest = clip.lengthSeconds - length;
  return [
    { ...whole, lengthSeconds: length, ...(fadeIn && { fadeIn: { ...fadeIn, seconds: Math.min(fadeIn.seconds, length) } }) },
    {
      ...whole,
      startSeconds: atSeconds,
      offsetSeconds: placeInFile(clip, length),
      lengthSeconds: rest,
      ...(fadeOut && { fadeOut: { ...fadeOut, seconds: Math.min(fadeOut.seconds, rest) } }),
    },
  ];
}

/** What changes when a clip's start is moved and its sound stays where it is. */
export function trimmedStart(clip: Clip, startSeconds: number): Pick<Clip, "startSeconds" | "offsetSeconds" | "lengthSeconds"> {
  const end = clip.startSeconds + clip.lengthSeconds;
  const earliest = Math.max(0, clip.startSeconds - clip.offsetSeconds);
  const start = Math.min(Math.max(startSeconds, earliest), end - LEAST_SECONDS);
  const moved = start - clip.startSeconds;
  return { startSeconds: start, offsetSeconds: Math.max(0, placeInFile(clip, moved)), lengthSeconds: end - start };
}

/** What changes when a clip's end is moved. @param fileSeconds - length of its file. */
export function trimmedEnd(clip: Clip, endSeconds: number, fileSeconds: number): Pick<Clip, "lengthSeconds"> {
  const most = clip.loop ? Infinity : Math.max(LEAST_SECONDS, fileSeconds - clip.offsetSeconds);
  return { lengthSeconds: Math.min(most, Math.max(LEAST_SECONDS, endSeconds - clip.startSeconds)) };
}
