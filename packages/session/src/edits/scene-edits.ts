import * as Y from "yjs";
import { newId } from "../document/new-id.js";
import { patchMap } from "../document/patch-map.js";
import { ROOT, scenesOf, writeSession } from "../document/stored-form.js";
import { acceptSession } from "../parse/parse-session.js";
import { check } from "../parse/check.js";
import { MOST_SCENES, sceneSchema, type Scene } from "../scenes/scene-schema.js";
import type { Session } from "../schema.js";
import { SessionError } from "../session-error.js";
import type { EditOptions, Editor } from "./editor.js";

/** Edits of scenes: whole mixes that are kept under names. */
export class SceneEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Keeps the mix as it is now. @returns the scene's id. */
  add(name: string): string {
    const session = this.#editor.snapshot();
    if (Object.keys(session.scenes ?? {}).length >= MOST_SCENES) throw new SessionError(`The session has ${MOST_SCENES} scenes, the most; delete one first.`);
    const scene = this.#checked({ id: newId(), name, stored: Date.now(), mix: mixOf(session) });
    this.#editor.edit(`Store scene ${name}`, () => scenesOf(this.#editor.root).set(scene.id, scene));
    return scene.id;
  }

  rename(sceneId: string, name: string): void {
    const scene = this.#scene(sceneId);
    const renamed = this.#checked({ ...scene, name });
    this.#editor.edit(`Rename scene ${scene.name} to ${name}`, () => scenesOf(this.#editor.root).set(sceneId, renamed));
  }

  /** Replaces what a scene keeps by the mix as it is now. */
  update(sceneId: string): void {
    const scene = this.#scene(sceneId);
    const updated = this.#checked({ ...scene, stored: Date.now(), mix: mixOf(this.#editor.snapshot()) });
    this.#editor.edit(`Store scene ${scene.name} again`, () => scenesOf(this.#editor.root).set(sceneId, updated));
  }

  remove(sceneId: string): void {
    const { name } = this.#scene(sceneId);
    this.#editor.edit(`Delete scene ${name}`, () => scenesOf(this.#editor.root).delete(sceneId));
  }

  /** What a scene keeps, as a session of this version without scenes. @throws {@link SessionError} */
  mix(sceneId: string): Session {
    return acceptSession(this.#scene(sceneId).mix);
  }

  /**
   * Makes the mix what a scene keeps: strips, chains and their order, sends, automation, clips, tempo. Scenes, audio files,
   * how one listens (the monitor), and the session's name and sample rate stay.
   */
  recall(sceneId: string, options: EditOptions = {}): void {
    this.restore(this.mix(sceneId), `Recall scene ${this.#scene(sceneId).name}`, options);
  }

  /** As {@link recall}, of any session's mix. @param name - of the undo step. */
  restore(mix: Session, name: string, options: EditOptions = {}): void {
    const { root } = this.#editor;
    const now = this.#editor.snapshot();
    const wanted = acceptSession({ ...mix, name: now.name, sampleRate: now.sampleRate, audio: { ...mix.audio, ...now.audio } });
    const written = new Y.Doc().getMap(ROOT);
    writeSession(written, wanted);
    this.#editor.edit(name, () => patchMap(root, written, ["scenes", "monitor"]), options);
  }

  #scene(sceneId: string): Scene {
    const scene = this.#editor.snapshot().scenes?.[sceneId];
    if (!scene) throw new SessionError("This scene is not in the session any more; choose another.");
    return scene;
  }

  #checked(scene: Scene): Scene {
    return check(sceneSchema, { ...scene, name: scene.name.trim() }, "The scene");
  }
}

/** The session without its scenes. */
function mixOf({ scenes: _, ...mix }: Session): Scene["mix"] {
  return structuredClone(mix);
}
