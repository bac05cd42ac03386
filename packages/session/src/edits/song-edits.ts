import { section } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { audioSchema, loopSchema, monitorSchema, sessionSchema, soloSchema, type AudioEntry, type Loop, type Monitor, type PanLawDb, type Session, type SoloMode } from "../schema.js";
import { SessionError } from "../session-error.js";
import { setFields, type Editor } from "./editor.js";

/** Edits of what belongs to the session as a whole. */
export class SongEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  rename(name: string): void {
    this.#set(`Rename session to ${name}`, { name: check(sessionSchema.shape.name, name, "The session's name") });
  }

  /** @param tempo - beats a minute, 20…400. */
  setTempo(tempo: number): void {
    this.#set(`Change tempo to ${tempo}`, { tempo: check(sessionSchema.shape.tempo, tempo, "The tempo") });
  }

  setLoop(fields: Partial<Loop>): void {
    const loop = check(loopSchema, { ...this.#editor.snapshot().loop, ...fields }, "The loop");
    if (loop.enabled && loop.endSeconds <= loop.startSeconds) {
      throw new SessionError(`A loop from ${loop.startSeconds} s to ${loop.endSeconds} s has no length; let it end later than it starts.`);
    }
    const name = fields.enabled === undefined ? "Change loop" : fields.enabled ? "Loop on" : "Loop off";
    this.#editor.edit(name, () => setFields(section(this.#editor.root, "loop"), loop));
  }

  /** @param panLawDb - of all strips that have none of their own. */
  setPanLaw(panLawDb: PanLawDb): void {
    this.#set(`Change pan law to ${panLawDb} dB`, { panLawDb: check(sessionSchema.shape.panLawDb, panLawDb, "The pan law") });
  }

  /** Sets how solo works and leaves the rest. */
  setSoloMode(fields: Partial<SoloMode>): void {
    const solo = check(soloSchema, { ...this.#editor.snapshot().solo, ...fields }, "The solo mode");
    this.#editor.edit("Change solo mode", () => setFields(section(this.#editor.root, "solo"), solo));
  }

  /** Sets what is given of the monitor. How one listens is no edit of the mix: undo leads past it. */
  setMonitor(fields: Partial<Monitor>): void {
    const monitor = check(monitorSchema, { ...this.#editor.snapshot().monitor, ...fields }, "The monitor");
    this.#editor.note(() => setFields(section(this.#editor.root, "monitor"), monitor));
  }

  /** @param hosting - where inserts run that do not say so themselves; `undefined`: where the engine does. */
  setHosting(hosting: Session["hosting"]): void {
    const checked = check(sessionSchema.shape.hosting, hosting, "The hosting");
    this.#editor.edit("Change hosting", () => setFields(this.#editor.root, { hosting: checked }));
  }

  /** Says whether two strips are meant to sound in the same place of the spectrum. */
  setIntendedOverlap(one: string, other: string, intended: boolean): void {
    const { strips, intendedOverlaps = [] } = this.#editor.snapshot();
    const others = intendedOverlaps.filter((pair) => !(pair.includes(one) && pair.includes(other)));
    const added = intended ? [...others, [one, other]] : others;
    const checked = check(sessionSchema.shape.intendedOverlaps, added, "The overlap");
    const names = [one, other].map((id) => strips[id]?.name ?? id).join(" and ");
    this.#editor.edit(`${intended ? "Intend" : "No longer intend"} the overlap of ${names}`, () => setFields(this.#editor.root, { intendedOverlaps: checked }));
  }

  /** Makes an audio file of the store known to the session. */
  addAudio(key: string, entry: AudioEntry): void {
    const value = check(audioSchema, entry, `The audio file ${entry.name}`);
    this.#editor.edit(`Add ${entry.name}`, () => setFields(section(this.#editor.root, "audio"), { [key]: value }));
  }

  /** Forgets an audio file. Refused while a clip plays it. */
  removeAudio(key: string): void {
    const { strips, audio } = this.#editor.snapshot();
    const user = Object.values(strips).find((strip) => strip.clips.some((clip) => clip.audio === key));
    const name = audio[key]?.name ?? key;
    if (user) throw new SessionError(`${name} is played on ${user.name}; remove the clip first.`);
    this.#editor.edit(`Remove ${name}`, () => section(this.#editor.root, "audio").delete(key));
  }

  #set(step: string, values: { name: string } | { tempo: number } | { panLawDb: PanLawDb }): void {
    this.#editor.edit(step, () => setFields(this.#editor.root, values));
  }
}
