import type { Session, SoloMode } from "@headroom/session";

/** A solo's mode as it is written on its button. */
export const SOLO_MARKS: Readonly<Record<SoloMode["listen"], string>> = { "in place": "S", "pre fader": "PFL", "after fader": "AFL" };

/** What a solo does, in words. */
export const SOLO_WORDS: Readonly<Record<SoloMode["listen"], string>> = {
  "in place": "In place",
  "pre fader": "Listen before the fader (PFL)",
  "after fader": "Listen after the fader (AFL)",
};

/** How many strips and VCAs are soloed. */
export function soloCount({ strips, vcas }: Session): number {
  return [...Object.values(strips), ...Object.values(vcas)].filter(({ solo }) => solo).length;
}
