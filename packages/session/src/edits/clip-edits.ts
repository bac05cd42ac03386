import type * as Y from "yjs";
import { newId } from "../document/new-id.js";
import { section, storedClip, type Fields } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { clipSchema, type Clip, type Fade, type Strip } from "../schema.js";
import { SessionError } from "../session-error.js";
import { splitClip, trimmedEnd, trimmedStart } from "./cut-clip.js";
import { nameOf, replaceFields, setFields, stripOf, type Editor } from "./editor.js";

/** What can be set on a clip. */
export type ClipFields = { readonly [Key in keyof Omit<Clip, "id">]?: Clip[Key] | undefined };

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

  /** Sets what is given and leaves the rest; of the fades, the loop and the mute `undefined` takes them away. */
  set(clipId: string, fields: ClipFields): void {
    this.#set(clipId, fields, "Change clip");
  }

  /** Moves a clip in time, and to another channel where one is given. */
  move(clipId: string, startSeconds: number, toStripId?: string): void {
    const { strip, clip } = this.#find(clipId);
    const to = stripOf(this.#editor.snapshot(), toStripId ?? strip.id);
    const start = Math.max(0, startSeconds);
    if (to.id === strip.id) return this.#set(clipId, { startSeconds: start }, "Move clip");
    if (to.kind !== "channel") throw new SessionError(`${nameOf(to)} is a ${to.kind} and plays no clips; put the clip on a channel.`);
    const moved = this.#check({ ...clip, startSeconds: start });
    this.#editor.edit(`Move clip to ${nameOf(to)}`, () => {
      this.#clips(strip.id).delete(clipId);
      this.#clips(to.id).set(clipId, storedClip(moved));
    });
  }

  /** Moves the clip's start and leaves its sound where it is in the song: no further than the file, or the loop, goes. */
  trimStart(clipId: string, startSeconds: number): void {
    this.#set(clipId, trimmedStart(this.#find(clipId).clip, startSeconds), "Trim start of clip");
  }

  /** Moves the clip's end: no further than the file goes, where it is not looped. */
  trimEnd(clipId: string, endSeconds: number): void {
    const { clip } = this.#find(clipId);
    this.#set(clipId, trimmedEnd(clip, endSeconds, this.#fileSeconds(clip)), "Trim end of clip");
  }

  /** Cuts a clip in two at a time within it, which are heard as the one was. @returns the second one's id. */
  split(clipId: string, atSeconds: number): string {
    const { strip, clip } = this.#find(clipId);
    if (!(atSeconds > clip.startSeconds && atSeconds < clip.startSeconds + clip.lengthSeconds)) {
      throw new SessionError(`The clip lies between ${clip.startSeconds} s and ${clip.startSeconds + clip.lengthSeconds} s, so ${atSeconds} s cannot split it; choose a time within it.`);
    }
    const id = newId();
    const [first, second] = splitClip(clip, atSeconds).map((part, i) => this.#check(i === 0 ? part : { ...part, id }));
    this.#editor.edit(`Split clip on ${nameOf(strip)}`, () => {
      const stored = this.#clips(strip.id).get(clipId);
      if (stored && first) replaceFields(stored, first);
      if (second) this.#clips(strip.id).set(id, storedClip(second));
    });
    return id;
  }

  /** @param fades - what is left out stays; `undefined` or 0 s takes a fade away. Longer than the clip is as long as it. */
  setFades(clipId: string, fades: { readonly fadeIn?: Fade | undefined; readonly fadeOut?: Fade | undefined }): void {
    const { lengthSeconds } = this.#find(clipId).clip;
    const fitting = Object.entries(fades).map(([side, fade]) => [side, fade && fade.seconds > 0 ? { ...fade, seconds: Math.min(fade.seconds, lengthSeconds) } : undefined]);
    this.#set(clipId, Object.fromEntries(fitting) as ClipFields, "Fade clip");
  }

  setGain(clipId: string, gainDb: number): void {
    this.#set(clipId, { gainDb }, "Change gain of clip");
  }

  /** Repeats a stretch of the file; `undefined`: none. */
  setLoop(clipId: string, loop: Clip["loop"]): void {
    const { clip } = this.#find(clipId);
    if (loop && !(loop.endSeconds > loop.startSeconds)) {
      throw new SessionError(`A loop from ${loop.startSeconds} s to ${loop.endSeconds} s has no length; let it end later than it starts.`);
    }
    const inside = loop && clip.offsetSeconds >= loop.endSeconds ? { offsetSeconds: loop.startSeconds } : {};
    this.#set(clipId, { loop, ...inside }, loop ? "Loop clip" : "Unloop clip");
  }

  setMute(clipId: string, mute: boolean): void {
    this.#set(clipId, { mute: mute || undefined }, mute ? "Mute clip" : "Unmute clip");
  }

  #set(clipId: string, fields: ClipFields, verb: string): void {
    const { strip, clip } = this.#find(clipId);
    const given = { ...clip, ...fields };
    const checked = this.#check(given as Clip);
    const stored = this.#clips(strip.id).get(clipId);
    if (stored) this.#editor.edit(`${verb} on ${nameOf(strip)}`, () => setFields(stored, { ...given, ...checked }));
  }

  #fileSeconds({ audio }: Clip): number {
    const entry = this.#editor.snapshot().audio[audio];
    return entry ? entry.frames / entry.sampleRate : Infinity;
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
