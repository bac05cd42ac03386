import { type Collision, findCollisions, mixCheck, type SessionAnalysis, suggestEq } from "@headroom/analysis";
import type { Session } from "@headroom/session";
import { expose } from "comlink";

let song: { readonly session: Session; readonly analysis: SessionAnalysis } | undefined;

/** What is found in a measured song takes longer than a page may stand still. */
const api = {
  /** Takes a measured song in. @returns who hides whom in it, and the report of it. */
  look(session: Session, analysis: SessionAnalysis) {
    song = { session, analysis };
    return { matrix: findCollisions(session, analysis), report: mixCheck(session, analysis) };
  },
  /** What an equalizer could do for a pair of the song that was taken in. */
  suggest(collision: Collision) {
    return song && suggestEq(song.session, song.analysis, collision);
  },
};

export type FindingsApi = typeof api;

expose(api);
