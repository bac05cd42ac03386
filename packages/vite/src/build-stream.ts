import type { IncomingMessage, ServerResponse } from "node:http";
import type { BuildReport } from "./plugin-builds.js";

/** Tells every mixer that listens what came of each build, as server-sent events: "built", or "failed" with a sentence. */
export class BuildStream {
  readonly #listeners = new Set<ServerResponse>();
  #last: string | undefined;

  /** Answers a request with the stream. What failed last is said at once: the page may have been loaded since. */
  open(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(this.#last?.startsWith("event: failed") ? this.#last : ": connected\n\n");
    this.#listeners.add(response);
    request.on("close", () => this.#listeners.delete(response));
  }

  tell(report: BuildReport): void {
    const [event, data] = "failed" in report ? ["failed", inShort(report.failed)] : ["built", report.built.manifest.version];
    this.#last = `event: ${event}\ndata: ${data}\n\n`;
    for (const listener of this.#listeners) listener.write(this.#last);
  }

  close(): void {
    for (const listener of this.#listeners) listener.end();
  }
}

/** The first fault in a line, without the drawing of the place: "Unexpected token (src/index.ts:20:1)". */
export function inShort(bundlerSays: string): string {
  const said = /^\[[\w:-]+\] (.+)$/m.exec(bundlerSays)?.[1] ?? bundlerSays.trim().split("\n")[0] ?? "";
  const place = /─\[ (.+?) \]/.exec(bundlerSays)?.[1];
  return place === undefined ? said : `${said} (${place})`;
}
