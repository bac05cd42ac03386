import { newId } from "../document/new-id.js";
import { section, storedMarker } from "../document/stored-form.js";
import { check } from "../parse/check.js";
import { markerSchema, type Marker } from "../schema.js";
import { SessionError } from "../session-error.js";
import { setFields, type Editor } from "./editor.js";

/** Edits of the song's markers. */
export class MarkerEdits {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** @param name - default: "Marker" and the next number. @returns its id. */
  add(seconds: number, name?: string): string {
    const { markers } = this.#editor.snapshot();
    const marker = this.#check({ id: newId(), name: name ?? `Marker ${Object.keys(markers).length + 1}`, seconds });
    this.#editor.edit(`Add ${inWords(marker)}`, () => section(this.#editor.root, "markers").set(marker.id, storedMarker(marker)));
    return marker.id;
  }

  rename(markerId: string, name: string): void {
    this.#set({ ...this.#find(markerId), name }, `Rename marker to ${name}`);
  }

  /** Moves a marker; before the song's start is the start. */
  move(markerId: string, seconds: number): void {
    const marker = this.#find(markerId);
    this.#set({ ...marker, seconds: Math.max(0, seconds) }, `Move ${inWords(marker)}`);
  }

  remove(markerId: string): void {
    const marker = this.#find(markerId);
    this.#editor.edit(`Remove ${inWords(marker)}`, () => section(this.#editor.root, "markers").delete(markerId));
  }

  #set(marker: Marker, step: string): void {
    const checked = this.#check(marker);
    const stored = section(this.#editor.root, "markers").get(marker.id);
    if (stored) this.#editor.edit(step, () => setFields(stored, checked));
  }

  #check(marker: Marker): Marker {
    return check(markerSchema, marker, "The marker");
  }

  #find(markerId: string): Marker {
    const { markers } = this.#editor.snapshot();
    const marker = Object.hasOwn(markers, markerId) ? markers[markerId] : undefined;
    if (!marker) throw new SessionError("This marker is not in the session any more; choose another.");
    return marker;
  }
}

function inWords({ name }: Marker): string {
  return `marker ${name}`.trim();
}
