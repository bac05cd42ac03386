import { fromNumber, readoutLength, toNumber, type ParameterSpec } from "@headroom/sdk";
import type { ReadoutHandle, Theme, ViewHost } from "@headroom/sdk/view";
import type { FrameRequests, FrameSetup } from "./protocol.js";

type ParameterHandle = ViewHost["params"][string];

/** A view's host inside the frame: what the view reads was sent, what it does is asked for. */
export class FrameViewHost implements ViewHost {
  readonly params: Record<string, ParameterHandle> = {};
  readonly readouts: Record<string, ReadoutHandle> = {};
  readonly sampleRate: number;
  readonly #numbers: Record<string, number>;
  readonly #changed = new Map<string, Set<() => void>>();
  readonly #values = new Map<string, Float32Array>();
  readonly #themeListeners = new Set<(theme: Theme) => void>();
  readonly #requests: FrameRequests;
  #theme: Theme;

  constructor(setup: FrameSetup, requests: FrameRequests) {
    this.sampleRate = setup.sampleRate;
    this.#requests = requests;
    this.#theme = setup.theme;
    this.#numbers = { ...setup.numbers };
    for (const [id, spec] of Object.entries(setup.params)) this.params[id] = this.#parameter(id, spec, requests);
    for (const [id, spec] of Object.entries(setup.readouts)) this.readouts[id] = this.#readout(id, readoutLength(spec), requests);
  }

  get theme(): Theme {
    return this.#theme;
  }

  subscribeTheme(listener: (theme: Theme) => void): () => void {
    this.#themeListeners.add(listener);
    return () => void this.#themeListeners.delete(listener);
  }

  requestSize({ width, height }: { readonly width: number; readonly height: number }): void {
    this.#requests.resize(width, height);
  }

  takeTheme(theme: Theme): void {
    this.#theme = theme;
    for (const listener of [...this.#themeListeners]) listener(theme);
  }

  takeParameters(numbers: Readonly<Record<string, number>>): void {
    Object.assign(this.#numbers, numbers);
    for (const id of Object.keys(numbers)) this.#tell(id);
  }

  takeReadouts(numbers: Readonly<Record<string, Float32Array>>): void {
    for (const [id, values] of Object.entries(numbers)) this.#values.get(id)?.set(values);
  }

  #parameter(id: string, spec: ParameterSpec, requests: FrameRequests): ParameterHandle {
    const number = () => this.#numbers[id] ?? 0;
    const setNumber = (value: number) => {
      const sound = toNumber(spec, value);
      this.#numbers[id] = sound;
      requests.set(id, sound);
      this.#tell(id);
    };
    return {
      id,
      spec,
      get: () => fromNumber(spec, number()),
      number,
      begin: () => requests.begin(id),
      set: (value) => setNumber(toNumber(spec, value)),
      setNumber,
      end: () => requests.end(id),
      subscribe: (listener) => {
        const listeners = this.#changed.get(id) ?? new Set();
        this.#changed.set(id, listeners.add(listener));
        return () => void listeners.delete(listener);
      },
    };
  }

  #readout(id: string, length: number, requests: FrameRequests): ReadoutHandle {
    const values = new Float32Array(length);
    this.#values.set(id, values);
    let watched = false;
    const watch = () => {
      if (!watched) requests.watch(id);
      watched = true;
    };
    return {
      read() {
        watch();
        return values;
      },
      observe() {
        watch();
        requests.observe(id, true);
        return () => requests.observe(id, false);
      },
    };
  }

  #tell(id: string): void {
    for (const listener of [...(this.#changed.get(id) ?? [])]) listener();
  }
}
