import { useId } from "react";
import { useRuntime } from "../app/runtime.js";
import { attempt } from "../session/attempt.js";
import { findInsert } from "../session/find-insert.js";
import { useSession } from "../session/use-session.js";
import { applySetting, insertId, settingOf } from "./listening-session.js";
import type { ListeningPlugin } from "./listening-settings.js";

/** Settings in which the plugin is heard at work, each with what there is to notice. */
export function SettingList({ plugin }: { readonly plugin: ListeningPlugin }) {
  const { document, plugins } = useRuntime();
  const group = useId();
  const placed = useSession((session) => findInsert(session, insertId(plugin)));
  const descriptor = plugins.descriptor(plugin.id);
  if (!placed || !descriptor) return null;
  const chosen = settingOf(descriptor, plugin, placed.insert, placed.strip);
  return (
    <fieldset className="listen-settings">
      <legend>
        Settings {!chosen && <span className="listen-changed">changed by hand</span>}
      </legend>
      {plugin.settings.map((setting, index) => (
        <label key={setting.name} className="listen-setting">
          <input
            type="radio"
            name={group}
            aria-labelledby={`${group}${index}-name`}
            aria-describedby={`${group}${index}-notice`}
            checked={setting === chosen}
            onChange={() => attempt(() => applySetting(document, descriptor, plugin, setting))}
          />
          <span>
            <span id={`${group}${index}-name`} className="listen-setting-name">
              {setting.name}
            </span>
            <span id={`${group}${index}-notice`} className="listen-notice">
              {setting.notice}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
