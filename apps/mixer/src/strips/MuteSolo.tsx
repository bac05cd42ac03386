import type { Strip } from "@headroom/session";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";

/** Mute, and for channels and buses solo. */
export function MuteSolo({ strip }: { readonly strip: Strip }) {
  const { document } = useRuntime();
  return (
    <div className="strip-row strip-mute-solo">
      <button
        type="button"
        className="hr-button strip-mute"
        aria-pressed={strip.mute}
        aria-label={`Mute ${strip.name}`}
        title="Mute (M)"
        onClick={() => attempt(() => document.strips.set(strip.id, { mute: !strip.mute }))}
      >
        M
      </button>
      {strip.kind !== "master" && (
        <button
          type="button"
          className="hr-button strip-solo"
          aria-pressed={strip.solo}
          aria-label={`Solo ${strip.name}`}
          title="Solo (S)"
          onClick={() => attempt(() => document.strips.set(strip.id, { solo: !strip.solo }))}
        >
          S
        </button>
      )}
    </div>
  );
}
