import type { SessionSummary } from "@headroom/session";
import { DAYS_KEPT } from "./tidy-storage.js";
import { whenChanged } from "./when-changed.js";

interface DeletedSessionsProps {
  readonly deleted: readonly SessionSummary[];
  readonly onRestore: (summary: SessionSummary) => void;
}

/** Sessions that were deleted and can be brought back. */
export function DeletedSessions({ deleted, onRestore }: DeletedSessionsProps) {
  return (
    <details className="sessions-deleted">
      <summary>
        {deleted.length} deleted, kept for {DAYS_KEPT} days
      </summary>
      <ul>
        {deleted.map((summary) => (
          <li key={summary.id}>
            <span className="session-title">{summary.name}</span>
            <span className="session-facts">Deleted {whenChanged(summary.discarded ?? 0)}</span>
            <button type="button" className="hr-button" aria-label={`Restore ${summary.name}`} onClick={() => onRestore(summary)}>
              Restore
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
