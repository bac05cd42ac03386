import type { SessionSummary } from "@headroom/session";
import { FADER_MAX_DB } from "@headroom/session/limits";

/** Below this a fader in the picture is at its lower end. */
const LOWEST_DB = -48;

/** A session's strips with their faders, small: to know it by its looks. */
export function SessionPicture({ strips = [] }: Pick<SessionSummary, "strips">) {
  return (
    <span className="session-picture" aria-hidden="true">
      {strips.map(({ color, faderDb }, at) => (
        <i key={at} style={{ background: color, height: `${Math.round(100 * height(faderDb))}%` }} />
      ))}
    </span>
  );
}

function height(faderDb: number): number {
  return 0.12 + 0.88 * Math.max(0, (faderDb - LOWEST_DB) / (FADER_MAX_DB - LOWEST_DB));
}
