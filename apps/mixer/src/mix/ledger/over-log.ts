import type { Session } from "@headroom/session";
import { MASTER_ID } from "@headroom/session";
import type { MixerEngine } from "@headroom/engine";
import { Observable } from "../../state/observable.js";
import { boundariesOf } from "./boundaries.js";
import { LevelProbe } from "./level-probe.js";

/** A moment at which the master went over full scale, and what fed it then. */
export interface Over {
  readonly seconds: number;
  /** Highest peak at the master's output in that moment, dBFS. */
  readonly peakDb: number;
  /** Strips that feed the master, loudest first, each with the peak of its own output. */
  readonly parts: readonly { readonly stripId: string; readonly peakDb: number }[];
}

/** Overs closer together than this are one. */
const TOGETHER_SECONDS = 0.5;
const MOST_OVERS = 60;

/** The master's overs as they happen, the newest first. `@mainThread` */
export class OverLog {
  readonly overs = new Observable<readonly Over[]>([]);
  #clips = 0;

  /** Reads the meters. @param seconds - where the song is. */
  watch(engine: MixerEngine, session: Session, seconds: number): void {
    const master = probeOutput(session, MASTER_ID)?.read(engine);
    if (!master) return;
    const { clips, peakDb } = master;
    const isNew = clips > this.#clips && peakDb > 0;
    this.#clips = clips;
    if (!isNew) return;
    const [last, ...older] = this.overs.value;
    const isSame = last !== undefined && Math.abs(seconds - last.seconds) < TOGETHER_SECONDS;
    if (isSame && last.peakDb >= peakDb) return;
    const over: Over = { seconds, peakDb, parts: partsOf(engine, session) };
    this.overs.set([over, ...(isSame ? older : this.overs.value)].slice(0, MOST_OVERS));
  }

  clear(): void {
    this.#clips = 0;
    this.overs.set([]);
  }
}

function partsOf(engine: MixerEngine, session: Session): Over["parts"] {
  return Object.values(session.strips)
    .filter(({ output }) => output === MASTER_ID)
    .map(({ id }) => ({ stripId: id, peakDb: probeOutput(session, id)?.read(engine).peakDb ?? -Infinity }))
    .sort((one, other) => other.peakDb - one.peakDb);
}

function probeOutput(session: Session, stripId: string): LevelProbe | undefined {
  const strip = session.strips[stripId];
  const boundary = strip && boundariesOf(strip).at(-1);
  return boundary && new LevelProbe(boundary);
}
