import type { Collision } from "@headroom/analysis";
import { Check } from "lucide-react";
import { useSession } from "../../session/use-session.js";
import { hertzText, shareText } from "../parts/number-text.js";
import { isIntended } from "./intended.js";

interface CollisionListProps {
  /** Worst first, those that are meant last. */
  readonly collisions: readonly Collision[];
  readonly shown: Collision | undefined;
  readonly onChoose: (pair: readonly [string, string]) => void;
}

/** The pairs that compete most, in words and numbers. */
export function CollisionList({ collisions, shown, onChoose }: CollisionListProps) {
  const strips = useSession((session) => session.strips);
  const intended = useSession((session) => session.intendedOverlaps);
  const name = (id: string) => strips[id]?.name ?? id;
  return (
    <ol className="collision-list" aria-label="Collisions, worst first">
      {collisions.map((collision) => {
        const { masking: [worse], rangeHz, strips: pair } = collision;
        const meant = isIntended(intended, pair);
        return (
          <li key={pair.join(" ")}>
            <button type="button" aria-pressed={collision === shown} onClick={() => onChoose(pair)}>
              <span className="collision-names">
                <i style={{ "--strip-color": strips[worse.masker]?.color }} />
                {name(worse.masker)} over <i style={{ "--strip-color": strips[worse.victim]?.color }} />
                {name(worse.victim)}
              </span>
              <b>{shareText(worse.share)}</b>
              <small>
                {hertzText(rangeHz[0])} to {hertzText(rangeHz[1])}
                {meant && (
                  <>
                    {" "}
                    <Check size={11} aria-hidden="true" /> intended
                  </>
                )}
              </small>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
