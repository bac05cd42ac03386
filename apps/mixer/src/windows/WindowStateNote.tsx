import { useRuntime } from "../app/runtime.js";
import { useInsertStatus } from "../slots/use-insert-status.js";

/** What is wrong with the insert, at the top of its window; nothing while it runs. */
export function WindowStateNote({ insertId }: { readonly insertId: string }) {
  const { engine } = useRuntime();
  const status = useInsertStatus(insertId);
  if (status?.state !== "stopped" && status?.state !== "missing" && status?.state !== "recovering") return null;
  return (
    <div className="window-note" role="alert" data-state={status.state}>
      <span>{status.reason ?? `This insert is ${status.state}.`} The dry signal is heard instead.</span>
      {status.state !== "recovering" && (
        <button type="button" className="hr-button" onClick={() => engine.value?.retry(insertId)}>
          Retry
        </button>
      )}
    </div>
  );
}
