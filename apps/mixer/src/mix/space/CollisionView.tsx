import type { Collision } from "@headroom/analysis";
import { useMemo, useState } from "react";
import { useSession } from "../../session/use-session.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { CollisionList } from "./CollisionList.js";
import { CollisionMatrixView } from "./CollisionMatrixView.js";
import { isIntended, samePair } from "./intended.js";
import { PairDetail } from "./PairDetail.js";

/** More pairs than these say nothing that the matrix does not. */
const MOST_PAIRS = 40;

/** All channels against each other, and one pair in full. */
export function CollisionView({ measured }: { readonly measured: MeasuredSong }) {
  const { matrix } = measured;
  const intended = useSession((now) => now.intendedOverlaps);
  const [chosen, choose] = useState<readonly [string, string]>();
  const ranked = useMemo(() => inOrder(matrix.collisions, intended), [matrix, intended]);
  const shown = matrix.collisions.find(({ strips }) => chosen && samePair(strips, chosen)) ?? ranked[0];
  if (matrix.strips.length < 2 || ranked.length === 0) {
    return <p className="mix-hint mix-empty">{matrix.strips.length < 2 ? "A collision takes two channels that sound; there are fewer." : "No channel hides any part of another."}</p>;
  }
  return (
    <>
      <div className="collisions">
        <CollisionMatrixView matrix={matrix} chosen={chosen ?? shown?.strips} onChoose={choose} />
        <CollisionList collisions={ranked} shown={shown} onChoose={choose} />
      </div>
      {shown && <PairDetail key={shown.strips.join(" ")} collision={shown} measured={measured} />}
    </>
  );
}

/** Those that say most; those that are meant come last. */
function inOrder(collisions: readonly Collision[], intended: Parameters<typeof isIntended>[0]): readonly Collision[] {
  const meant = (collision: Collision) => isIntended(intended, collision.strips);
  return [...collisions.filter((one) => !meant(one)).slice(0, MOST_PAIRS), ...collisions.filter(meant)];
}
