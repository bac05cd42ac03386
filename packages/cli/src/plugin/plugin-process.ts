import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Reply, Request } from "./protocol.js";

/** What a plugin's process may do besides computing. */
export interface Permissions {
  readonly read?: readonly string[];
  readonly write?: readonly string[];
}

export interface ProcessOptions extends Permissions {
  /** Longest time without a sign of life, in milliseconds. Default 10 s. */
  readonly silenceMs?: number;
  /** Let it use Node's inspector, to see what is allocated. Node's permission model cannot be on then; the realm is. */
  readonly inspects?: boolean;
  /** Folder of the bundles that run there; by default the package's own. */
  readonly scripts?: URL;
  /** What runs there: a plugin alone, or a session with threads for its inserts. Default: a plugin. */
  readonly child?: keyof typeof CHILDREN;
}

/** A plugin's process ended, or gave no sign of life and was ended. The message goes on after the plugin's name. */
export class PluginProcessError extends Error {
  override readonly name = "PluginProcessError";
  readonly kind: "hung" | "died";

  constructor(kind: "hung" | "died", message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Where the bundles are, from this module's folder and from that of the bundled program. */
const SCRIPTS = "../child/";
export const SILENCE_MS = 10_000;
const MOST_HEAP_MIB = 1024;
/** The scripts of each kind of process; the first is started. */
const CHILDREN = {
  plugin: ["plugin-child.mjs", "realm-entry.js"],
  session: ["session-child.mjs", "insert-thread.mjs", "group-realm-entry.js"],
} as const;

/**
 * A process of its own for a plugin, which is hostile until proven otherwise: Node's permission model lets it read its own
 * scripts and the files that are named, and start nothing; its environment is empty; it is killed when it is silent for too
 * long. Inside, the plugin sees a realm of the language alone (see `PluginRealm`).
 */
export class PluginProcess {
  readonly #child: ChildProcess;
  readonly #silenceMs: number;
  readonly #ready: Promise<Reply>;
  #listener: ((outcome: Reply | PluginProcessError) => void) | undefined;
  #watchdog: NodeJS.Timeout | undefined;
  #ended: PluginProcessError | undefined;
  #lastWords = "";

  constructor(options: ProcessOptions = {}) {
    const { read = [], write = [], silenceMs = SILENCE_MS, inspects = false, scripts = new URL(SCRIPTS, import.meta.url), child = "plugin" } = options;
    this.#silenceMs = silenceMs;
    const own = CHILDREN[child].map((name) => fileURLToPath(new URL(name, scripts)));
    this.#child = fork(own[0] ?? "", [], {
      // Source maps and the like are for people; a plugin's process gets nothing of its caller's.
      env: {},
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      execArgv: [
        ...(inspects ? [] : permissions([...own, ...read], write)),
        ...(child === "session" ? ["--allow-worker"] : []),
        "--experimental-vm-modules",
        "--disallow-code-generation-from-strings",
        `--max-old-space-size=${MOST_HEAP_MIB}`,
        "--no-warnings",
      ],
    });
    this.#child.stderr?.on("data", (text) => (this.#lastWords = (this.#lastWords + String(text)).slice(-2000)));
    this.#child.on("message", (reply: Reply) => this.#hear(reply));
    this.#child.on("error", (error) => this.#end(new PluginProcessError("died", `could not be started: ${error.message}`)));
    this.#child.on("close", (code, signal) => this.#end(new PluginProcessError("died", this.#farewell(code, signal))));
    this.#ready = this.#next(() => undefined);
    // Whoever asks first is told.
    this.#ready.catch(() => undefined);
  }

  /**
   * Asks, and waits for the answer. Rejects with a {@link PluginProcessError} when the process ends or is silent.
   * @param onReport - gets every sign of life before the answer.
   */
  async ask(request: Request, onReport: (report: Reply) => void = () => undefined): Promise<Reply> {
    await this.#ready;
    if (this.#ended) throw this.#ended;
    this.#child.send(request);
    return this.#next(onReport);
  }

  /** Kills the process, if it lives. */
  end(): void {
    this.#child.kill("SIGKILL");
  }

  #next(onReport: (report: Reply) => void): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#watch();
      this.#listener = (outcome) => {
        if (!(outcome instanceof PluginProcessError) && isReport(outcome)) {
          this.#watch();
          onReport(outcome);
          return;
        }
        clearTimeout(this.#watchdog);
        this.#listener = undefined;
        if (outcome instanceof PluginProcessError) reject(outcome);
        else resolve(outcome);
      };
    });
  }

  #watch(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      this.#end(new PluginProcessError("hung", `gave no sign of life for ${this.#silenceMs / 1000} s and was ended`));
      this.end();
    }, this.#silenceMs);
  }

  #hear(reply: Reply): void {
    this.#listener?.(reply);
  }

  #end(error: PluginProcessError): void {
    this.#ended ??= error;
    this.#listener?.(this.#ended);
  }

  #farewell(code: number | null, signal: string | null): string {
    if (/heap out of memory|Allocation failed/.test(this.#lastWords)) return `took more than ${MOST_HEAP_MIB} MiB of memory`;
    return `ended its process (${signal === null ? `exit code ${code ?? "unknown"}` : signal})`;
  }
}

function isReport({ say }: Reply): boolean {
  return ["progress", "alive", "checking", "checked"].includes(say);
}

function permissions(read: readonly string[], write: readonly string[]): string[] {
  return [permissionFlag(), ...read.map((file) => `--allow-fs-read=${file}`), ...write.map((file) => `--allow-fs-write=${file}`)];
}

/** Node 20 calls it experimental; later versions know it under its short name too. */
function permissionFlag(): string {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13) ? "--permission" : "--experimental-permission";
}
