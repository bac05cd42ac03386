import type { SessionAnalysis } from "@headroom/analysis";
import type { Session } from "@headroom/session";
import type { Runtime } from "../../app/runtime.js";
import { Observable } from "../../state/observable.js";
import { sentence } from "../../status/notices.js";
import { findInSong, type Findings } from "./find-in-song.js";
import { measureSession } from "./measure-session.js";

/** The song as it was last measured, with the session that was measured. */
export interface MeasuredSong extends Findings {
  readonly analysis: SessionAnalysis;
  readonly session: Session;
}

interface SongAnalysis {
  readonly measured?: MeasuredSong | undefined;
  /** Share that is done, while the song is being measured. */
  readonly progress?: number | undefined;
  /** Why the last attempt failed. */
  readonly failure?: string | undefined;
}

/** What is known of the whole song. It is kept while the mix panel is closed. */
export const songAnalysis = new Observable<SongAnalysis>({});

let running: AbortController | undefined;

/** Measures the whole song in workers; resolves when it is done, cancelled or has failed. */
export async function analyseSong(runtime: Runtime): Promise<void> {
  running?.abort();
  const abort = new AbortController();
  running = abort;
  const isWanted = () => !abort.signal.aborted;
  const { measured } = songAnalysis.value;
  const session = runtime.document.snapshot();
  songAnalysis.set({ measured, progress: 0 });
  try {
    const analysis = await measureSession(runtime, session, {
      detail: "all",
      signal: abort.signal,
      onProgress: (progress) => isWanted() && songAnalysis.set({ measured, progress }),
    });
    if (!isWanted()) return;
    const findings = await findInSong(session, analysis);
    if (isWanted()) songAnalysis.set({ measured: { analysis, session, ...findings } });
  } catch (error) {
    if (isWanted()) songAnalysis.set({ measured, failure: sentence(error) });
  }
}

export function cancelAnalysis(): void {
  running?.abort();
  songAnalysis.set({ measured: songAnalysis.value.measured });
}

/** Whether a session sounds different from the one that was measured, as far as its data tell. */
export function isStale({ session: before }: MeasuredSong, session: Session): boolean {
  return (["strips", "vcas", "lanes", "panLawDb"] as const).some((part) => !isSame(before[part], session[part]));
}

/** By value, for undo makes new objects; what is the same object is not looked into. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [own, others] = [Object.entries(one), Object.entries(other)];
  return own.length === others.length && own.every(([key, value]) => isSame(value, (other as Record<string, unknown>)[key]));
}
