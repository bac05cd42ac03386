import { barHits } from "./drum-pattern.js";
import type { Feel } from "./feel.js";
import type { Hit } from "./note.js";
import { seededRandom } from "./seeded-random.js";

/** A drum's bars by number: the sound struck and its pattern. Bars left out are silent. */
type Score = Readonly<Record<number, readonly (readonly [sound: string, pattern: string])[]>>;

const KICK = "X... x... x... x...";
const KICK_SYNCOPATED = "X... x..o x... x.o.";
const kickScore: Score = {
  3: [["kick", ".... .... .... ..o."]],
  4: [["kick", KICK]], 5: [["kick", KICK_SYNCOPATED]], 6: [["kick", KICK]], 7: [["kick", "X... x... x... .x.."]],
  9: [["kick", "o... .... .... ...."]],
  10: [["kick", KICK]], 11: [["kick", KICK_SYNCOPATED]], 12: [["kick", KICK]], 13: [["kick", KICK_SYNCOPATED]],
  14: [["kick", KICK]], 15: [["kick", "X... x..o x..x ..x."]],
};

const BACKBEAT = ".... X... .... X...";
const BACKBEAT_GHOSTS = ".... X..g .g.. X..g";
const snareScore: Score = {
  3: [["snare", ".... .... .... g.ox"]],
  4: [["snare", BACKBEAT]], 5: [["snare", BACKBEAT_GHOSTS]], 6: [["snare", BACKBEAT]], 7: [["snare", ".... X..g .... X.xx"]],
  8: [["snare", ".... .... o... ...."]],
  9: [["snare", "g.g.g.g. g.g.o.o. o.o.o.o. ooooxxxx"]],
  10: [["snare", BACKBEAT]], 11: [["snare", BACKBEAT_GHOSTS]], 12: [["snare", BACKBEAT]], 13: [["snare", BACKBEAT_GHOSTS]],
  14: [["snare", BACKBEAT]], 15: [["snare", ".... X..g oxo. xxXX"]],
};

const clapScore: Score = {
  1: [["clap", ".... .... .... o..."]],
  3: [["clap", ".... .... .... x..."]],
  5: [["clap", ".... .... .... x..."]], 7: [["clap", ".... .... .... x..."]],
  8: [["clap", ".... .... .... x..."]], 9: [["clap", "...o ..o. .o.. x..."]],
  10: [["clap", ".... x... .... x..."]], 11: [["clap", ".... x... .... x..o"]],
  12: [["clap", ".... x... .... x..."]], 13: [["clap", ".... x... .... x.o."]],
  14: [["clap", ".... x... .... x..."]], 15: [["clap", ".... x... ..o. x..x"]],
};

const EIGHTHS = "x.o. x.o. x.o. x.o.";
const SIXTEENTHS = "xgo. xgog xgo. xgog";
const OFFBEATS = "..x. ..x. ..x. ..x.";
const closedAround = "xg.. xg.g xg.. xg.g";
const hatsScore: Score = {
  2: [["closed", EIGHTHS]], 3: [["closed", "x.o. x.o. xgog ...."], ["open", ".... .... .... x..."]],
  4: [["closed", SIXTEENTHS]], 5: [["closed", SIXTEENTHS]], 6: [["closed", SIXTEENTHS]],
  7: [["closed", "xgo. xgog xgog x..."], ["open", ".... .... .... ..x."]],
  8: [["open", "o... .... .... ...."]], 9: [["closed", ".... .... x.x. xxxx"]],
  10: [["closed", closedAround], ["open", OFFBEATS]], 11: [["closed", closedAround], ["open", OFFBEATS]],
  12: [["closed", closedAround], ["open", OFFBEATS]], 13: [["closed", "xgxg xg.g xgxg xg.g"], ["open", ".... ..x. .... ..x."]],
  14: [["closed", closedAround], ["open", OFFBEATS]], 15: [["closed", "xg.g xg.g xxxx x..."], ["open", "..x. ..x. .... ...x"]],
};

const SHAKER = "ogxg ogxg ogxg ogxg";
const CONGA = "..x. .x.. ..x. x.x.";
const LOW_CONGA = "x... ..o. x... ....";
const percussionScore: Score = {
  0: [["shaker", "g.o. g.o. g.o. g.o."]], 1: [["shaker", "g.o. g.o. g.o. gogo"]],
  2: [["shaker", SHAKER], ["rim", "...x ..x. ...x ...."]], 3: [["shaker", SHAKER], ["rim", "...x ..x. ...x ..x."]],
  4: [["shaker", SHAKER], ["high conga", CONGA], ["low conga", LOW_CONGA], ["crash", "X... .... .... ...."]],
  5: [["shaker", SHAKER], ["high conga", CONGA], ["rim", "...x ..x. ...x ..x."]],
  6: [["shaker", SHAKER], ["high conga", CONGA], ["low conga", LOW_CONGA]],
  7: [["shaker", "ogxg ogxg ogxg x..."], ["high conga", "..x. .x.. xx.x xoxo"], ["low conga", "x... ..o. .... ..xx"]],
  8: [["crash", "x... .... .... ...."], ["rim", "...o .... ..o. ...."], ["riser", "X... .... .... ...."]],
  9: [["rim", "...o ..o. .o.. x.x."]],
  10: [["shaker", SHAKER], ["high conga", CONGA], ["low conga", LOW_CONGA], ["crash", "X... .... .... ...."]],
  11: [["shaker", SHAKER], ["high conga", CONGA], ["rim", "...x ..x. ...x ..x."]],
  12: [["shaker", SHAKER], ["high conga", CONGA], ["low conga", LOW_CONGA]],
  13: [["shaker", SHAKER], ["high conga", "..x. .x.. ..x. xoxo"], ["rim", "...x ..x. ...x ..x."]],
  14: [["shaker", SHAKER], ["high conga", CONGA], ["low conga", LOW_CONGA], ["crash", "x... .... .... ...."]],
  15: [["shaker", "ogxg ogxg ogxg xxxx"], ["high conga", "..x. .x.. x.xx .oxo"], ["low conga", "x... ..o. .o.. x.x."]],
};

function play(score: Score, feel: Feel): Hit[] {
  const hits = Object.entries(score).flatMap(([bar, lines]) =>
    lines.flatMap(([sound, pattern]) => barHits(Number(bar), pattern, sound, feel)),
  );
  return hits.sort((a, b) => a.frame - b.frame);
}

/** Hits of each drum stem, in the order of time; the same at every call. */
export const DRUM_PARTS = {
  kick: () => play(kickScore, { timingMs: 0.6, touch: 0.04, random: seededRandom(11) }),
  snare: () => play(snareScore, { timingMs: 2, touch: 0.08, random: seededRandom(22) }),
  clap: () => play(clapScore, { timingMs: 4, touch: 0.1, random: seededRandom(33) }),
  hats: () => play(hatsScore, { timingMs: 2.5, touch: 0.16, random: seededRandom(44) }),
  percussion: () => play(percussionScore, { timingMs: 4, touch: 0.2, random: seededRandom(55) }),
} as const;
