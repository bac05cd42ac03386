import { useRuntime } from "../app/runtime.js";
import { retryInsert } from "../slots/retry-insert.js";
import { useInsertStatus } from "../slots/use-insert-status.js";

/** What is wrong with the insert, at the top of its window; nothing while it runs. */
export function WindowStateNote({ insertId }: { readonly insertId: string }) {
  const runtime = useRuntime();
  const status = useInsertStatus(insertId);
  if (status?.state !== "stopped" && status?.state !== "missing" && status?.state !== "recovering") return null;
  return (
    <div className="window-note" role="alert" data-state={status.state}>
      <span>{status.reason ?? `This insert is ${status.state}.`} The dry signal is heard instead.</span>
      {status.state !== "recovering" && (
        <button type="button" className="hr-button" onClick={() => void retryInsert(runtime, insertId)}>
          Retry
        </button>
      )}
    </div>
  );
}
