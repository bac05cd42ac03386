import { useObservable } from "../state/observable.js";
import { sessionFileUnderWay } from "./session-files.js";

/** How far a session file is on its way in or out. */
export function SessionFileProgress() {
  const underWay = useObservable(sessionFileUnderWay);
  if (!underWay) return null;
  const { text, done, total } = underWay;
  return (
    <div className="file-progress" role="status">
      <progress max={Math.max(1, total)} value={done} aria-label={`Progress of ${text}`} />
      {text}: {done} of {total}
    </div>
  );
}
