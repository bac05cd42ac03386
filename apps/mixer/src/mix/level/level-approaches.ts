import type { LevelApproach } from "@headroom/analysis";

export type ApproachKind = LevelApproach["kind"];

interface ApproachText {
  readonly name: string;
  /** What it does, for whom it is, and where it ends. */
  readonly why: string;
}

/** Ways to a first balance. People differ in which they use; none is right for every song. */
export const LEVEL_APPROACHES: Readonly<Record<ApproachKind, ApproachText>> = {
  anchor: {
    name: "Anchor",
    why: "One channel is set first and stays: often the kick or the vocal. Every other one is placed at the distance from it that its role usually has.",
  },
  "pink noise": {
    name: "Pink noise",
    why: "Each channel is brought to where it is just audible against pink noise, as engineers do by ear: every sound gets the same level in its own part of the spectrum.",
  },
  roles: {
    name: "Roles",
    why: "Each channel goes to the distance from the whole mix that its role usually has. Roles are guessed from names, so names that say what sounds give better proposals.",
  },
  "top-down": {
    name: "Top-down",
    why: "The master's loudness is given and kept, and channels move against each other by their roles: a balance is found without the mix growing louder.",
  },
};

/** What an approach needs besides its kind, and the mix gives at first. */
export function approachOf(kind: ApproachKind, anchor: string, masterLufs: number): LevelApproach {
  if (kind === "anchor") return { kind, anchor };
  return kind === "top-down" ? { kind, masterLufs } : { kind };
}
