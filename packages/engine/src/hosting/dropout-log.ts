/** What the log sees of a strip with inserts. */
export interface WatchedStrip {
  readonly id: string;
  readonly name: string;
  /** Quanta so far in which dry sound stood in for its inserts. */
  readonly dropouts: number;
  /** Faults of its inserts so far. */
  readonly faults: number;
  /** Whether all of its inserts run. */
  readonly ready: boolean;
  /** The insert that takes the most time, for people, and its share of real time, 0…1. */
  readonly heaviest: { readonly title: string; readonly load: number } | undefined;
}

interface Stretch {
  dropouts: number;
  faults: number;
  /** Milliseconds of dry sound that were not told yet, and who took the most time meanwhile. */
  untoldMs: number;
  heaviest: WatchedStrip["heaviest"];
  since: number;
  quietUntil: number;
  excusedUntil: number;
}

/** A stretch is told when it has ended, and at the latest after this. */
const LONGEST_MS = 2000;
/** Of one strip no more is told for so long; what comes meanwhile is added up. */
const QUIET_MS = 10_000;
/** A plugin that is back is heard after a hop and some proof: what drops out until then is still the fault's. */
const EXCUSED_MS = 2000;
/** Share of real time from which a plugin is too slow whatever the hop. */
const TOO_MUCH = 0.9;

/** Says on which strips plugins came too late, for how long, and which of them takes too much time. `@mainThread` */
export class DropoutLog {
  readonly #tell: (sentence: string) => void;
  readonly #quantumMs: number;
  readonly #strips = new Map<string, Stretch>();

  constructor(sampleRate: number, quantumFrames: number, tell: (sentence: string) => void) {
    this.#quantumMs = (quantumFrames / sampleRate) * 1000;
    this.#tell = tell;
  }

  /**
   * Looks at all strips. What a plugin that failed let out is its host's to tell.
   * @returns whether plugins were late that no hop would help.
   */
  look(now: number, strips: Iterable<WatchedStrip>): boolean {
    let isHopeless = false;
    for (const strip of strips) {
      const seen = this.#strips.get(strip.id);
      if (!seen || strip.dropouts < seen.dropouts) {
        this.#strips.set(strip.id, { dropouts: strip.dropouts, faults: strip.faults, untoldMs: 0, heaviest: undefined, since: now, quietUntil: seen?.quietUntil ?? 0, excusedUntil: 0 });
        continue;
      }
      const lateMs = (strip.dropouts - seen.dropouts) * this.#quantumMs;
      seen.dropouts = strip.dropouts;
      if (!strip.ready || strip.faults !== seen.faults) seen.excusedUntil = now + EXCUSED_MS;
      seen.faults = strip.faults;
      if (now < seen.excusedUntil) {
        seen.untoldMs = 0;
        continue;
      }
      if (lateMs > 0 && (strip.heaviest?.load ?? 0) >= TOO_MUCH) isHopeless = true;
      if (seen.untoldMs === 0) {
        seen.since = now;
        seen.heaviest = undefined;
      }
      if (lateMs > 0 && (strip.heaviest?.load ?? 0) >= (seen.heaviest?.load ?? 0)) seen.heaviest = strip.heaviest;
      seen.untoldMs += lateMs;
      if (seen.untoldMs === 0 || now < seen.quietUntil || (lateMs > 0 && now - seen.since < LONGEST_MS)) continue;
      this.#tell(sentenceOf(strip.name, seen));
      seen.untoldMs = 0;
      seen.quietUntil = now + QUIET_MS;
    }
    return isHopeless;
  }
}

function sentenceOf(name: string, { untoldMs, heaviest }: Stretch): string {
  const late = `Plugins on ${name} came too late for ${Math.ceil(untoldMs)} ms in all; their dry signal played instead.`;
  if (!heaviest || heaviest.load < TOO_MUCH) return late;
  return `${late} ${heaviest.title} took ${Math.round(heaviest.load * 100)} % of real time, which no hop makes up for: bypass it, or give it less to do.`;
}
