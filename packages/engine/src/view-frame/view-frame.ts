import type { ParameterSpecs, ReadoutSpecs } from "@headroom/sdk";
import type { ViewHost } from "@headroom/sdk/view";
import { integrityOf } from "@headroom/session";
import { expose, releaseProxy, wrap, type Remote } from "comlink";
import { FloodGuard } from "../hosting/flood-guard.js";
import { withTimeout } from "../hosting/with-timeout.js";
import { urlsOf } from "../urls.js";
import { CheckedPort } from "./checked-port.js";
import { FRAME_PERMISSIONS, frameDocument } from "./frame-document.js";
import { FrameParameters } from "./frame-parameters.js";
import { CONNECT, isPassedOn, type FrameKey, type FrameRequests, type FrameSize, type FrameUpdates } from "./protocol.js";

const START_MS = 10_000;
/** A frame that has not loaded by then is put in anew, so often. */
const LOAD_MS = 4000;
const LOAD_TRIES = 3;
/** A view that takes longer than this for one frame of the screen is given up. */
const ANSWER_MS = 5000;
const MOST_FRAME_MS = 100;
const LEAST_SIZE = 80;
const MOST_SIZE = { width: 1600, height: 1000 };
/** Messages to the page itself, of which a view has none to send. */
const STRAY_AT_ONCE = 20;

export interface ViewFrameOptions {
  /** Name for people and screen readers: "View of Tremolo". */
  readonly title: string;
  /** The view's bundle, checked. */
  readonly bundle: string;
  readonly params: ParameterSpecs;
  readonly readouts: ReadoutSpecs;
  /** What the view is shown and may do. */
  readonly host: ViewHost<ParameterSpecs, ReadoutSpecs>;
  /** A stylesheet that every view finds, such as that of `@headroom/ui`. */
  readonly styles?: string;
  /** Calls back once a frame of the screen while the element can be seen. @returns the undo. */
  readonly onFrame: (callback: () => void, element: Element) => () => void;
  /** The view's size, at first and whenever it asks for another; within what a window may have. */
  readonly onSize: (size: FrameSize) => void;
  /** A key of the mixer that was pressed in the view. */
  readonly onKey: (key: FrameKey) => void;
  /** Called once with the end of a sentence when the view is given up: its frame is gone then. */
  readonly onFailure: (reason: string) => void;
  /** Where the frame's script is, if a bundler moved it. */
  readonly scriptUrl?: string;
}

/** A third-party view in a frame of its own. `@mainThread` */
export interface ViewFrame {
  readonly element: HTMLIFrameElement;
  dispose(): void;
}

/**
 * Opens a view in a sandboxed frame of opaque origin, in which it reaches its parameters and readouts and nothing else.
 * The page must state `frame-src 'none'`, so that the frame cannot go elsewhere.
 * @param parent - takes the frame, which starts once it is there.
 */
export function openViewFrame(parent: Element, options: ViewFrameOptions): ViewFrame {
  return new Frame(parent, options);
}

class Frame implements ViewFrame {
  readonly element: HTMLIFrameElement;
  readonly #options: ViewFrameOptions;
  readonly #undo: (() => void)[] = [];
  readonly #watched = new Set<string>();
  readonly #observed = new Map<string, () => void>();
  readonly #parameters: FrameParameters;
  #gone = false;

  constructor(parent: Element, options: ViewFrameOptions) {
    this.#options = options;
    this.#parameters = new FrameParameters(options.host.params, () => this.#fail("it changed parameters faster than any hand"));
    const element = (this.element = document.createElement("iframe"));
    element.title = options.title;
    element.setAttribute("sandbox", "allow-scripts");
    element.setAttribute("allow", FRAME_PERMISSIONS);
    element.referrerPolicy = "no-referrer";
    void this.#open(parent);
  }

  dispose(): void {
    if (this.#gone) return;
    this.#gone = true;
    for (const undo of this.#undo.splice(0)) undo();
    for (const undo of this.#observed.values()) undo();
    this.#parameters.dispose();
    this.element.remove();
  }

  async #open(parent: Element): Promise<void> {
    try {
      this.element.srcdoc = await makeDocument(this.#options.scriptUrl ?? urlsOf().viewFrame, this.#options.styles ?? "");
    } catch (error) {
      this.#fail(`its frame could not be made: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    if (this.#gone) return;
    let loads = 0;
    this.element.addEventListener("load", () => {
      loads += 1;
      if (loads === 1) void this.#connect();
      else this.#fail("it tried to leave its frame");
    });
    this.#refuseStrayMessages();
    parent.append(this.element);
    this.#insist(parent, () => loads > 0);
  }

  /** A browser may put a frame into a process that hangs, or is about to end, because of a view before it: there it never loads. */
  #insist(parent: Element, loaded: () => boolean): void {
    let tries = 1;
    const timer = setInterval(() => {
      if (loaded()) clearInterval(timer);
      else if (tries === LOAD_TRIES) this.#fail(`its frame did not load within ${(LOAD_TRIES * LOAD_MS) / 1000} s`);
      else {
        tries += 1;
        this.element.remove();
        parent.append(this.element);
      }
    }, LOAD_MS);
    this.#undo.push(() => clearInterval(timer));
  }

  #refuseStrayMessages(): void {
    const guard = new FloodGuard(1, STRAY_AT_ONCE);
    const listen = ({ source }: MessageEvent) => {
      if (source !== null && source === this.element.contentWindow && !guard.take()) this.#fail("it flooded the page with messages");
    };
    addEventListener("message", listen);
    this.#undo.push(() => removeEventListener("message", listen));
  }

  async #connect(): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    const port = new CheckedPort(port1, (reason) => this.#fail(reason));
    this.#undo.push(() => port.close());
    const updates = wrap<FrameUpdates>(port);
    this.#undo.push(() => updates[releaseProxy]());
    expose(this.#requests(), port);
    // An opaque origin has no name that could be given here; the frame has never been anywhere else.
    this.element.contentWindow?.postMessage(CONNECT, "*", [port2]);
    const { bundle, params, readouts, host } = this.#options;
    const numbers = Object.fromEntries(Object.entries(host.params).map(([id, handle]) => [id, handle.number()]));
    for (const [id, number] of Object.entries(numbers)) this.#parameters.differs(id, number);
    try {
      const starting = updates.start({ bundle, params, readouts, numbers, sampleRate: host.sampleRate, theme: host.theme });
      const size = await withTimeout(starting, START_MS, `it did not draw within ${START_MS / 1000} s`);
      if (!this.#gone) this.#run(updates, size);
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  #run(updates: Remote<FrameUpdates>, size: FrameSize): void {
    const { host, onFrame } = this.#options;
    this.#resize(size.width, size.height);
    // A view that ended meanwhile answers nothing.
    const tell = (call: Promise<void>) => void call.catch(() => undefined);
    this.#undo.push(host.subscribeTheme((theme) => tell(updates.theme(theme))));
    const changed = new Set<string>();
    for (const [id, handle] of Object.entries(host.params)) {
      const look = () => this.#parameters.differs(id, handle.number()) && changed.add(id);
      this.#undo.push(handle.subscribe(look));
      // What changed while the view was starting.
      look();
    }
    let last = performance.now();
    let silentMs = 0;
    let waiting = false;
    this.#undo.push(
      onFrame(() => {
        const now = performance.now();
        // A page that was held up itself cannot say how long the view was silent.
        silentMs = waiting ? silentMs + Math.min(MOST_FRAME_MS, now - last) : 0;
        last = now;
        if (silentMs > ANSWER_MS) this.#fail("it stopped answering");
        if (waiting) return;
        waiting = true;
        // As they are now: the view may have set one since.
        const numbers = Object.fromEntries([...changed].map((id) => [id, host.params[id]?.number() ?? 0]));
        if (changed.size > 0) tell(updates.parameters(numbers));
        changed.clear();
        // One answer a frame: what the view cannot take is not sent, and a view that hangs is noticed.
        const readouts = Object.fromEntries([...this.#watched].map((id) => [id, host.readouts[id]?.read().slice() ?? new Float32Array()]));
        updates.readouts(readouts).then(
          () => (waiting = false),
          () => (waiting = false),
        );
      }, this.element),
    );
  }

  /** What comlink exposes to the frame. */
  #requests(): FrameRequests {
    const { host, onKey } = this.#options;
    const requests: FrameRequests = {
      begin: this.#parameters.begin,
      set: this.#parameters.set,
      end: this.#parameters.end,
      watch: (id) => {
        if (Object.hasOwn(host.readouts, id)) this.#watched.add(id);
      },
      observe: (id, observed) => {
        const handle = Object.hasOwn(host.readouts, id) ? host.readouts[id] : undefined;
        if (observed && handle && !this.#observed.has(id)) this.#observed.set(id, handle.observe());
        if (observed) return;
        this.#observed.get(id)?.();
        this.#observed.delete(id);
      },
      resize: (width, height) => this.#resize(width, height),
      key: (key) => {
        // Only what a person pressed in this very view: a page cannot give itself the activation that this asks for.
        const byHand = document.activeElement === this.element && (key.key === "Escape" || navigator.userActivation.isActive);
        if (isPassedOn(key) && byHand) onKey(key);
      },
    };
    return Object.assign(Object.create(null) as FrameRequests, requests);
  }

  #resize(width: number, height: number): void {
    const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(LEAST_SIZE, value || LEAST_SIZE)));
    this.#options.onSize({ width: within(width, MOST_SIZE.width), height: within(height, MOST_SIZE.height) });
  }

  #fail(reason: string): void {
    if (this.#gone) return;
    this.dispose();
    this.#options.onFailure(reason);
  }
}

/** The frame's script is fetched once. */
const scripts = new Map<string, Promise<{ readonly text: string; readonly hash: string }>>();

async function makeDocument(url: string, styles: string): Promise<string> {
  const fetched = scripts.get(url) ?? fetchScript(url);
  scripts.set(url, fetched);
  try {
    const { text, hash } = await fetched;
    return frameDocument(text, hash, styles);
  } catch (error) {
    scripts.delete(url);
    throw error;
  }
}

async function fetchScript(url: string): Promise<{ text: string; hash: string }> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${url}`);
  // A parser of documents makes one line end of two letters; the hash is of what it reads.
  const text = (await response.text()).replaceAll("\r\n", "\n");
  return { text, hash: await integrityOf(text) };
}
