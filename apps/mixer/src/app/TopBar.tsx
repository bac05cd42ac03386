import { AudioWaveform, Blocks, Gauge, Group, Moon, PanelTop, Plus, Rows3, Sun, FileAudio, Keyboard, Search, Layers } from "lucide-react";
import { openBounce } from "../bounce/bounce-dialog-state.js";
import { chooseAudioFiles } from "../files/add-files.js";
import { below } from "../menu/menu-request.js";
import { mixPanel, toggleMixPanel } from "../mix/panel/mix-panel-state.js";
import { paletteShown } from "../palette/palette-state.js";
import { openPluginList } from "../plugins/plugin-list-state.js";
import { scenesShown } from "../scenes/scene-compare.js";
import { openSectionsMenu } from "../sections/sections-menu.js";
import { attempt } from "../session/attempt.js";
import { useObservable } from "../state/observable.js";
import { selectStrip } from "../strips/selection.js";
import { timelinePanel, toggleTimeline } from "../timeline/panel-height.js";
import { TransportBar } from "../transport/TransportBar.js";
import { addVca } from "../vcas/vca-edits.js";
import { IconButton } from "./IconButton.js";
import { useRuntime } from "./runtime.js";
import { SessionName } from "./SessionName.js";
import { keysShown } from "./shortcuts.js";
import { theme, toggleTheme } from "./theme.js";
import { UndoButtons } from "./UndoButtons.js";
import { Wordmark } from "./Wordmark.js";

/** The bar at the top: session, transport, edits and the app's own settings. */
export function TopBar() {
  const runtime = useRuntime();
  const { document } = runtime;
  const isDark = useObservable(theme) === "dark";
  const { open } = useObservable(timelinePanel);
  const { open: isMixOpen } = useObservable(mixPanel);
  return (
    <header className="top-bar">
      <div className="top-group">
        <Wordmark />
        <SessionName />
      </div>
      <TransportBar />
      <div className="top-group top-actions">
        <UndoButtons />
        <span className="top-divider" />
        <button type="button" className="hr-button" onClick={() => chooseAudioFiles(runtime)} title="Add audio files as channels">
          <FileAudio size={14} aria-hidden="true" /> <span className="top-label">Add audio</span>
        </button>
        <button type="button" className="hr-button" onClick={() => attempt(() => selectStrip(document.strips.add("bus", { name: "Bus" })))} title="Add a group bus">
          <Plus size={14} aria-hidden="true" /> <span className="top-label">Add bus</span>
        </button>
        <IconButton label="Add a VCA: one fader for several strips" onClick={() => addVca(runtime)} icon={Group} />
        <button type="button" className="hr-button bounce-button" onClick={openBounce} title="Render the mix to a WAV file">
          <AudioWaveform size={14} aria-hidden="true" /> <span className="top-label">Bounce</span>
        </button>
        <span className="top-divider" />
        <IconButton label="Mix: gain, levels and space, measured" pressed={isMixOpen} onClick={toggleMixPanel} icon={Gauge} />
        <IconButton label="Scenes" onClick={() => scenesShown.set(true)} icon={Layers} />
        <IconButton label="Plugins" onClick={openPluginList} icon={Blocks} />
        <IconButton label="Timeline" pressed={open} onClick={toggleTimeline} icon={PanelTop} />
        <IconButton label="Parts of the strips" onClick={(event) => openSectionsMenu(below(event.currentTarget))} icon={Rows3} />
        <IconButton label={isDark ? "Light theme" : "Dark theme"} onClick={toggleTheme} icon={isDark ? Sun : Moon} />
        <IconButton label="Find a command, strip, insert or plugin (Ctrl+K)" onClick={() => paletteShown.set(true)} icon={Search} />
        <IconButton label="Keys" onClick={() => keysShown.set(true)} icon={Keyboard} />
      </div>
    </header>
  );
}
