import { BounceDialog } from "../bounce/BounceDialog.js";
import { useControlMenus } from "../controls/use-control-menus.js";
import { ValueEntry } from "../controls/ValueEntry.js";
import { MenuHost } from "../menu/MenuHost.js";
import { Midi } from "../midi/Midi.js";
import { Palette } from "../palette/Palette.js";
import { PluginChangeDialog } from "../plugins/PluginChangeDialog.js";
import { PluginList } from "../plugins/PluginList.js";
import { PresetNameDialog } from "../presets/PresetNameDialog.js";
import { ScenesDialog } from "../scenes/ScenesDialog.js";
import { SendPanel } from "../sends/SendPanel.js";
import { SessionFileProgress } from "../sessions/SessionFileProgress.js";
import { SessionsDialog } from "../sessions/SessionsDialog.js";
import { KeysDialog } from "./KeysDialog.js";

/** All that opens over the screen when it is asked for: menus and dialogs. */
export function Overlays() {
  useControlMenus();
  return (
    <>
      <BounceDialog />
      <KeysDialog />
      <Palette />
      <PluginList />
      <PluginChangeDialog />
      <PresetNameDialog />
      <ScenesDialog />
      <SendPanel />
      <SessionsDialog />
      <SessionFileProgress />
      <ValueEntry />
      <Midi />
      <MenuHost />
    </>
  );
}
