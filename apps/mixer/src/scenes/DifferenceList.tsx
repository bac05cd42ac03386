import { differences, type Difference, type Scene, SessionDocument } from "@headroom/session";
import { useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { sentence } from "../status/notices.js";
import { valueLabels } from "./value-labels.js";

/** What a recall of the scene would change, parameter by parameter. */
export function DifferenceList({ scene }: { readonly scene: Scene }) {
  const { document, plugins } = useRuntime();
  const session = useSession((now) => now);
  const found = useMemo((): readonly Difference[] | string => {
    try {
      // Through a document: as it will be, set straight in the same way.
      return differences(session, new SessionDocument(document.scenes.mix(scene.id)).snapshot(), valueLabels(plugins));
    } catch (error) {
      return sentence(error);
    }
  }, [session, scene, document, plugins]);
  if (typeof found === "string") return <p className="scenes-empty">{found}</p>;
  if (found.length === 0) return <p className="scenes-empty">The mix is as “{scene.name}” keeps it.</p>;
  return (
    <div className="panel-list scene-differences" tabIndex={0} role="region" aria-label={`What is different in ${scene.name}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{found.length === 1 ? "1 difference" : `${found.length} differences`}</th>
            <th scope="col">Now</th>
            <th scope="col">{scene.name}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ where, what, from, to }, at) => (
            <tr key={`${where} ${what} ${at}`}>
              <th scope="row">
                <b>{where}</b> {what}
              </th>
              <td>{from}</td>
              <td>{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
