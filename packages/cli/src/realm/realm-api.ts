/**
 * What the realm of a plugin shows the process around it. Only texts, numbers and arrays that the realm made itself cross
 * the border: an object of the outside would lead a hostile plugin to Node.
 */
export interface RealmApi {
  /** Takes a module's default export for the plugin. Throws where there is none. */
  load(module: object): void;
  /** The plugin's descriptor: an object of the realm, to be cloned before it is looked at. */
  descriptor(): unknown;
  /**
   * Makes an instance.
   * @param params - JSON of values by id. @param data - JSON of the processor's own data, if there is any.
   */
  create(sampleRate: number, maxFrames: number, channels: number, offline: boolean, params: string, data: string | undefined): RealmInstance;
  /** Turns data that an older version saved into today's. @returns JSON. */
  migrate(version: number, data: string): string;
  /** JSON of the versions that it can migrate from. */
  migrations(): string;
  /** From now on, counts what {@link counts} tells of. Before the plugin is loaded. */
  watch(): void;
  /** How often the plugin did, since {@link resetCounts}, what it must not do while it processes. */
  counts(): RealmCounts;
  resetCounts(): void;
}

export interface RealmCounts {
  readonly clock: number;
  readonly console: number;
  readonly wait: number;
}

/** One instance of the plugin. Fill `input`, call `process`, read `output`. */
export interface RealmInstance {
  readonly input: readonly Float32Array[];
  readonly output: readonly Float32Array[];
  /** What the processor says, whatever it is. */
  latency(): unknown;
  tail(): unknown;
  jump(id: string, number: number): void;
  glide(id: string, number: number, rampFrames: number): void;
  process(frames: number): void;
  reset(): void;
  /** JSON of the processor's own data; undefined where it has none. Throws where JSON cannot hold it. */
  save(): string | undefined;
  restore(data: string): void;
  release(): void;
}
