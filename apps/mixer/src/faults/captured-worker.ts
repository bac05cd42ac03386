/** A ring as the engine's messages carry it. */
export interface RingBuffer {
  readonly buffer: SharedArrayBuffer;
  /** Slots: as many stamps stand behind the header. */
  readonly capacity: number;
}

const workers: CapturedWorker[] = [];
const NativeWorker = globalThis.Worker;

/** A worker that remembers the rings between which its inserts were wired last. */
export class CapturedWorker extends NativeWorker {
  readonly name: string;
  rings: readonly RingBuffer[] = [];

  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    this.name = options?.name ?? "";
    workers.push(this);
  }

  override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
    const found = ringsIn(message);
    if (found.length > 0) this.rings = found;
    super.postMessage(message, options as StructuredSerializeOptions);
  }
}

/** From now on the page's workers can be found. Call it before the engine starts. */
export function captureWorkers(): void {
  globalThis.Worker = CapturedWorker;
}

/** The newest worker that an insert has of its own: the engine names it so. */
export function workerOf(insertId: string): CapturedWorker {
  const found = workers.findLast(({ name }) => name.endsWith(` ${insertId}`));
  if (!found) throw new Error(`The insert ${insertId} has no worker of its own.`);
  return found;
}

function ringsIn(value: unknown): readonly RingBuffer[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  if (isRing(value)) return [value];
  return Object.values(value).flatMap(ringsIn);
}

function isRing(value: object): value is RingBuffer {
  return "capacity" in value && "buffer" in value && value.buffer instanceof SharedArrayBuffer;
}
