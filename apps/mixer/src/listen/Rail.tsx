import { useRuntime } from "../app/runtime.js";
import { useObservable } from "../state/observable.js";
import { Compare } from "./Compare.js";
import { COMPARE_KEY, LISTENING_KEYS } from "./listening-keys.js";
import { LISTENING_PLUGINS, type ListeningPlugin } from "./listening-settings.js";
import { SettingList } from "./SettingList.js";

/** What is heard: the plugin, with it or without, and its setting. */
export function Rail({ plugin }: { readonly plugin: ListeningPlugin }) {
  const { plugins } = useRuntime();
  useObservable(plugins.descriptors);
  const shortcuts = LISTENING_KEYS.filter((key) => plugin.isHeard || key !== COMPARE_KEY);
  return (
    <div className="listen-rail">
      <nav className="listen-plugins" aria-label="Plugin">
        {LISTENING_PLUGINS.map(({ id, slug, purpose }) => (
          <a key={id} href={`#${slug}`} aria-current={slug === plugin.slug ? "page" : undefined}>
            <span>{plugins.name(id)}</span>
            <span className="listen-purpose">{purpose}</span>
          </a>
        ))}
      </nav>
      <Compare plugin={plugin} />
      <SettingList plugin={plugin} />
      <dl className="listen-keys" aria-label="Keys">
        {shortcuts.map(({ keys, what }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
