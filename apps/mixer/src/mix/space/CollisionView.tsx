import { type Collision, findCollisions } from "@headroom/analysis";
import { useMemo, useState } from "react";
import { useSession } from "../../session/use-session.js";
import type { MeasuredSong } from "../analysis/song-analysis.js";
import { CollisionList } from "./CollisionList.js";
import { CollisionMatrixView } from "./CollisionMatrixView.js";
import { isIntended, samePair } from "./intended.js";
import { PairDetail } from "./PairDetail.js";

/** All channels against each other, and one pair in full. */
export function CollisionView({ measured }: { readonly measured: MeasuredSong }) {
  const { analysis, session } = measured;
  const intended = useSession((now) => now.intendedOverlaps);
  const matrix = useMemo(() => findCollisions(session, analysis), [session, analysis]);
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

/** Those that are meant come last. */
function inOrder(collisions: readonly Collision[], intended: Parameters<typeof isIntended>[0]): readonly Collision[] {
  const meant = (collision: Collision) => isIntended(intended, collision.strips);
  return [...collisions.filter((one) => !meant(one)), ...collisions.filter(meant)];
}
