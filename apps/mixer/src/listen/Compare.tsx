import { useId } from "react";
import { useRuntime } from "../app/runtime.js";
import { findInsert } from "../session/find-insert.js";
import { useSession } from "../session/use-session.js";
import { compare } from "./comparison.js";
import { insertId } from "./listening-session.js";
import type { ListeningPlugin } from "./listening-settings.js";

/** The song with the plugin or without it, and what to know about the comparison. */
export function Compare({ plugin }: { readonly plugin: ListeningPlugin }) {
  const { document, plugins } = useRuntime();
  const group = useId();
  const insert = useSession((session) => findInsert(session, insertId(plugin))?.insert);
  if (!insert) return null;
  const name = plugins.name(plugin.id);
  const isWith = !insert.bypass;
  const choices = [
    { label: "Without", value: false },
    { label: `With ${name}`, value: true },
  ];
  return (
    <section className="listen-compare" aria-label="Compare">
      {plugin.isHeard && (
        <div className="hr-choices" role="radiogroup" aria-label={`Hear the song with ${name} or without it`}>
          {choices.map(({ label, value }) => (
            <label key={label}>
              <input type="radio" name={group} checked={isWith === value} onChange={() => compare(document, plugin, value)} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      )}
      <p role="status">{remark(plugin, name, isWith, insert.params["autoGain"] === true)}</p>
    </section>
  );
}

function remark(plugin: ListeningPlugin, name: string, isWith: boolean, isMatched: boolean): string {
  if (!plugin.isHeard) return `${name} passes the song unchanged: there is nothing to compare.`;
  if (!isWith) return `The song as it is, without ${name}.`;
  return isMatched
    ? `The song through ${name}, as loud as without it: auto gain is on.`
    : `The song through ${name}, as loud or as quiet as it makes it.`;
}
