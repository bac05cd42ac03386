/** Where a development server tells what came of each build: beside the manifest, as server-sent events. */
const STREAM = "builds";

export interface BuildListener {
  /** The server answered, for the first time or after a restart: there may be a new build. */
  readonly opened: () => void;
  /** A build is there. */
  readonly built: () => void;
  /** A build failed. @param reason - the bundler's words. */
  readonly failed: (reason: string) => void;
  /** The server tells nothing of that kind. */
  readonly absent: () => void;
}

/** Listens to what a development server tells of its builds; after a restart too. @returns the undo. */
export function listenToBuilds(manifest: URL, { opened, built, failed, absent }: BuildListener): () => void {
  const events = new EventSource(new URL(STREAM, manifest));
  events.addEventListener("open", () => opened());
  events.addEventListener("built", () => built());
  events.addEventListener("failed", ({ data }: MessageEvent) => failed(String(data)));
  // A stream that broke off is opened anew by the browser; one that never was is given up.
  events.addEventListener("error", () => events.readyState === EventSource.CLOSED && absent());
  return () => events.close();
}
