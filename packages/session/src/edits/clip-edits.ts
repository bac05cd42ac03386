import type * as Y from "yjs";
import { newId } from "../document/new-id.js";
import { section, storedClip, type Fields } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { clipSchema, type Clip, type Strip } from "../schema.js";
import { SessionError } from "../session-error.js";
import { nameOf, setFields, stripOf, type Editor } from "./editor.js";

/** Edits of the clips that channels play. */
export class ClipEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Adds a clip of an audio file that the session knows. @returns its id. */
  add(stripId: string, clip: Omit<Clip, "id"> & { readonly id?: string }): string {
    const strip = stripOf(this.#editor.snapshot(), stripId);
    if (strip.kind !== "channel") throw new SessionError(`${nameOf(strip)} is a ${strip.kind} and plays no clips; put the clip on a channel.`);
    const checked = this.#check({ ...clip, id: clip.id ?? newId() });
    this.#editor.edit(`Add clip to ${nameOf(strip)}`, () => this.#clips(stripId).set(checked.id, storedClip(checked)));
    return checked.id;
  }

  remove(clipId: string): void {
    const { strip } = this.#find(clipId);
    this.#editor.edit(`Remove clip from ${nameOf(strip)}`, () => this.#clips(strip.id).delete(clipId));
  }

  /** Sets what is given (start, offset, length, gain, audio) and leaves the rest. */
  set(clipId: string, fields: Partial<Omit<Clip, "id">>): void {
    const { strip, clip } = this.#find(clipId);
    const checked = this.#check({ ...clip, ...fields });
    const stored = this.#clips(strip.id).get(clipId);
    if (stored) this.#editor.edit(`Change clip on ${nameOf(strip)}`, () => setFields(stored, checked));
  }

  #check(clip: Clip): Clip {
    const checked = check(clipSchema, clip, "The clip");
    if (!this.#editor.snapshot().audio[checked.audio]) {
      throw new SessionError(`The clip plays an audio file that the session does not have; add the file first.`);
    }
    return checked;
  }

  #find(clipId: string): { strip: Strip; clip: Clip } {
    for (const strip of Object.values(this.#editor.snapshot().strips)) {
      const clip = strip.clips.find(({ id }) => id === clipId);
      if (clip) return { strip, clip };
    }
    throw new SessionError("This clip is not in the session any more; choose another.");
  }

  #clips(stripId: string): Y.Map<Fields> {
    return section(this.#editor.root, "strips").get(stripId)?.get("clips") as Y.Map<Fields>;
  }
}
