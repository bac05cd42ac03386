import type { PluginDescriptor } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import { ArrowRight } from "lucide-react";
import { useRuntime } from "../app/runtime.js";
import { sameValues } from "../presets/preset.js";
import { attempt } from "../session/attempt.js";
import { switchSetting } from "./switch-setting.js";

interface SettingSwitchProps {
  readonly insert: Insert;
  /** The plugin's name. */
  readonly title: string;
  readonly descriptor: PluginDescriptor | undefined;
}

/** Which of an insert's two settings is heard, and a copy from it to the other. A click anywhere on A and B switches. */
export function SettingSwitch({ insert, title, descriptor }: SettingSwitchProps) {
  const { document } = useRuntime();
  const [live, other] = insert.compare?.live === "B" ? ["B", "A"] : ["A", "B"];
  const waiting = insert.compare?.other ?? { params: {} };
  // What a plugin keeps beyond parameters only the plugin can compare.
  const isSame = descriptor !== undefined && !insert.state && !waiting.state && sameValues(descriptor, insert.params, waiting.params);
  const copyLabel = `Copy ${live} to ${other}`;
  return (
    <div className="setting" role="group" aria-label="Settings A and B">
      <button
        type="button"
        className="setting-switch"
        role="switch"
        aria-checked={live === "B"}
        aria-label={`Setting B of ${title}`}
        aria-keyshortcuts="Alt+A"
        title={`${live} is heard: click for ${other} (Alt+A)`}
        onClick={() => switchSetting(document, insert.id)}
      >
        <span data-live={live === "A" || undefined}>A</span>
        <span data-live={live === "B" || undefined}>B</span>
      </button>
      <button
        type="button"
        className="setting-copy"
        // Disabled it would lose the focus with its own press.
        aria-disabled={isSame}
        aria-label={isSame ? `${copyLabel}: they are the same` : copyLabel}
        title={isSame ? "A and B are the same" : copyLabel}
        onClick={() => isSame || attempt(() => document.settings.copy(insert.id))}
      >
        {live}
        <ArrowRight size={10} aria-hidden="true" />
        {other}
      </button>
    </div>
  );
}
