/** Levels of difficulty, from the easiest. */
export const DIFFICULTIES = ["Easy", "Middle", "Hard"] as const;
export type Difficulty = 0 | 1 | 2;
/** A number from 0 up to, not including, 1. */
type Random = () => number;

export interface BalanceRound {
  /** Decibels by which each channel is off, by its strip. */
  readonly offsetsDb: Readonly<Record<string, number>>;
}

const BALANCE = [
  { channels: 2, stepDb: 3, reachDb: 9 },
  { channels: 3, stepDb: 1.5, reachDb: 9 },
  { channels: 5, stepDb: 0.5, reachDb: 8 },
] as const;

/** A hidden balance: some of the channels moved by steps that the difficulty sets, none of them by nothing. */
export function balanceRound(strips: readonly string[], difficulty: Difficulty, random: Random): BalanceRound {
  const { channels, stepDb, reachDb } = BALANCE[difficulty];
  const steps = Math.round(reachDb / stepDb);
  const chosen = shuffled(strips, random).slice(0, channels);
  return {
    offsetsDb: Object.fromEntries(chosen.map((strip) => [strip, stepDb * (1 + Math.floor(random() * steps)) * (random() < 0.5 ? -1 : 1)])),
  };
}

/** How far a balance is off, LU a channel: a fader's decibels are its channel's LU. */
export function balanceErrorLu({ offsetsDb }: BalanceRound, guessDb: Readonly<Record<string, number>>): number {
  const errors = Object.entries(offsetsDb).map(([strip, db]) => Math.abs(db - (guessDb[strip] ?? 0)));
  return errors.length === 0 ? 0 : errors.reduce((sum, one) => sum + one, 0) / errors.length;
}

export interface BandRound {
  readonly frequencyHz: number;
  readonly gainDb: number;
  readonly q: number;
}

const BAND = [
  { gainDb: 12, q: 1.4 },
  { gainDb: 8, q: 2 },
  { gainDb: 5, q: 3 },
] as const;
const LOWEST_HZ = 100;
const OCTAVES = 6.5;

/** A bell somewhere from 100 Hz to 9 kHz. Cuts are for the hard rounds: a boost is easier to hear. */
export function bandRound(difficulty: Difficulty, random: Random): BandRound {
  const { gainDb, q } = BAND[difficulty];
  const sign = difficulty === 2 && random() < 0.5 ? -1 : 1;
  return { frequencyHz: LOWEST_HZ * 2 ** (OCTAVES * random()), gainDb: sign * gainDb, q };
}

/** How far a guess is off, in octaves and dB. */
export function bandError(round: BandRound, guess: Pick<BandRound, "frequencyHz" | "gainDb">): { readonly octaves: number; readonly db: number } {
  return { octaves: Math.abs(Math.log2(guess.frequencyHz / round.frequencyHz)), db: Math.abs(guess.gainDb - round.gainDb) };
}

const LOUDER_DB = [3, 1.5, 0.7] as const;

export interface LouderRound {
  /** Decibels of the two, of which one is 0. */
  readonly levelsDb: readonly [a: number, b: number];
}

export function louderRound(difficulty: Difficulty, random: Random): LouderRound {
  const db = -LOUDER_DB[difficulty];
  return { levelsDb: random() < 0.5 ? [0, db] : [db, 0] };
}

export interface ChainRound {
  /** Peak of the source, dBFS. */
  readonly sourceDbfs: number;
  readonly stages: readonly { readonly name: string; readonly gainDb: number }[];
  /** Index of the first stage behind which the peak is over full scale. */
  readonly answer: number;
}

const STAGES = ["Trim", "EQ", "Compressor", "Fader", "Bus fader", "Master's EQ", "Master's fader"] as const;
const CHAIN_LENGTH = [4, 5, 7] as const;

/** A chain of gains that goes over full scale somewhere; what follows may bring it back. */
export function chainRound(difficulty: Difficulty, random: Random): ChainRound {
  const names = STAGES.slice(0, CHAIN_LENGTH[difficulty]);
  const answer = Math.floor(random() * names.length);
  const sourceDbfs = -6 - Math.floor(random() * 12);
  let level = sourceDbfs;
  const stages = names.map((name, index) => {
    const upTo = Math.floor(-level - 0.5);
    const gainDb = index === answer ? Math.ceil(-level + 0.5) + Math.floor(random() * 3) : index < answer ? Math.max(-6, upTo - 1 - Math.floor(random() * 6)) : -Math.floor(random() * 5);
    level += gainDb;
    return { name, gainDb };
  });
  return { sourceDbfs, stages, answer };
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items.map((item) => ({ item, at: random() })).sort((one, other) => one.at - other.at).map(({ item }) => item);
}
