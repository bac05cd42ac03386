import type { AudioStore, SessionStore } from "@headroom/session";

/** Days after which a deleted session goes for good. */
export const DAYS_KEPT = 30;

const DAY_MS = 86_400_000;

/** Lets go of sessions that were deleted long ago, and of audio that none plays any more. Never rejects. */
export async function tidyStorage(sessions: SessionStore, audio: AudioStore): Promise<void> {
  try {
    await sessions.deleteDiscarded(DAYS_KEPT * DAY_MS);
    // Without a list of sessions all audio would look unused.
    if (sessions.problem === undefined) await audio.deleteUnused(await sessions.audioInUse(), DAY_MS);
  } catch {
    // It is tried again at the next start.
  }
}
