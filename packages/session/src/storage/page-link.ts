import * as Y from "yjs";
import { SCHEMA_VERSION } from "../limits.js";

/** Origin of changes that another page made. */
export const OTHER_PAGE = Symbol("edit of another page");

type Message = { readonly schema: number } & (
  | { readonly kind: "update"; readonly update: Uint8Array }
  /** What the page has; the others send what it lacks. `answers`: it was asked itself. */
  | { readonly kind: "has"; readonly vector: Uint8Array; readonly answers: boolean }
);

/**
 * Keeps one session the same in all pages of this browser that have it open: what one edits, the others merge. Pages of
 * another version of the form stay apart, for one would not read what the other writes. `@mainThread`
 */
export class PageLink {
  readonly #channel: BroadcastChannel;
  readonly #doc: Y.Doc;

  constructor(name: string, doc: Y.Doc) {
    this.#doc = doc;
    this.#channel = new BroadcastChannel(`headroom session ${name}`);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    doc.on("update", this.#tell);
    this.#ask(false);
  }

  close(): void {
    this.#doc.off("update", this.#tell);
    this.#channel.close();
  }

  readonly #tell = (update: Uint8Array, origin: unknown): void => {
    if (origin !== OTHER_PAGE) this.#post({ schema: SCHEMA_VERSION, kind: "update", update });
  };

  #hear(message: Message): void {
    if (message.schema !== SCHEMA_VERSION) return;
    if (message.kind === "update") {
      Y.applyUpdate(this.#doc, message.update, OTHER_PAGE);
      return;
    }
    this.#post({ schema: SCHEMA_VERSION, kind: "update", update: Y.encodeStateAsUpdate(this.#doc, message.vector) });
    if (!message.answers) this.#ask(true);
  }

  #ask(answers: boolean): void {
    this.#post({ schema: SCHEMA_VERSION, kind: "has", vector: Y.encodeStateVector(this.#doc), answers });
  }

  #post(message: Message): void {
    this.#channel.postMessage(message);
  }
}
