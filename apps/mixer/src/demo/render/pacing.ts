/** Longest stretch of work between two pauses, in milliseconds. */
const BUDGET_MS = 8;

/** Lets the page draw and answer between pieces of a long task. @mainThread */
export interface Pacing {
  /**
   * Returns at once while the budget lasts, else after the page had its turn.
   * @throws the signal's reason once it is aborted.
   */
  breathe(): Promise<void>;
}

/** Starts a paced task. */
export function startPacing(signal?: AbortSignal): Pacing {
  let since = performance.now();
  return {
    async breathe() {
      signal?.throwIfAborted();
      if (performance.now() - since < BUDGET_MS) return;
      await nextTask();
      since = performance.now();
      signal?.throwIfAborted();
    },
  };
}

/** Resolves in a new task. Messages, unlike timers, are not throttled in a hidden tab. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
