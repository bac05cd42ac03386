import { parseSession } from "../parse/parse-session.js";
import type { AudioEntry, Session } from "../schema.js";

/** A session whose audio has other keys. @param keys - new keys by the old ones; audio that is not among them keeps its key. */
export function withAudioKeys(session: Session, keys: ReadonlyMap<string, string>): Session {
  const renamed = (key: string) => keys.get(key) ?? key;
  const audio: Record<string, AudioEntry> = Object.fromEntries(Object.entries(session.audio).map(([key, entry]) => [renamed(key), entry]));
  const strips = Object.fromEntries(Object.entries(session.strips).map(([id, strip]) =>
    [id, { ...strip, clips: strip.clips.map((clip) => ({ ...clip, audio: renamed(clip.audio) })) }]));
  return { ...session, audio, strips, ...(session.scenes && { scenes: inScenes(session.scenes, keys) }) };
}

/** A scene that cannot be read stays as it is: it is refused when it is recalled. */
function inScenes(scenes: NonNullable<Session["scenes"]>, keys: ReadonlyMap<string, string>): NonNullable<Session["scenes"]> {
  return Object.fromEntries(Object.entries(scenes).map(([id, scene]) => {
    const parsed = parseSession(scene.mix);
    return [id, "problems" in parsed ? scene : { ...scene, mix: withAudioKeys(parsed.session, keys) }];
  }));
}
