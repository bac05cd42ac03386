import { ErrorBoundary } from "../app/ErrorBoundary.js";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { findInsert } from "../session/find-insert.js";
import { useObservable } from "../state/observable.js";
import { PluginContent } from "../windows/PluginContent.js";
import { WindowStateNote } from "../windows/WindowStateNote.js";
import { insertId } from "./listening-session.js";
import type { ListeningPlugin } from "./listening-settings.js";
import "../windows/windows.css";

/** The plugin's view at its full size. */
export function Stage({ plugin }: { readonly plugin: ListeningPlugin }) {
  const { plugins } = useRuntime();
  useObservable(plugins.descriptors);
  const id = insertId(plugin);
  const insert = useSession((session) => findInsert(session, id)?.insert);
  const descriptor = plugins.descriptor(plugin.id);
  const name = plugins.name(plugin.id);
  return (
    <section className="listen-stage" aria-label={name}>
      <div className="window" data-bypass={insert?.bypass || undefined}>
        <header className="listen-title">
          <h2>{name}</h2>
          {insert?.bypass && <span>Not heard: the song is without it</span>}
        </header>
        <WindowStateNote insertId={id} />
        <ErrorBoundary what={`The view of ${name}`} isSaved={false}>
          {descriptor && insert ? <PluginContent insertId={id} descriptor={descriptor} /> : <p className="window-note">{name} is not loaded.</p>}
        </ErrorBoundary>
      </div>
    </section>
  );
}
