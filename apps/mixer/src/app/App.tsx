import { FileDrop } from "../files/FileDrop.js";
import { MixDock } from "../mix/panel/MixDock.js";
import { Banners } from "../startup/Banners.js";
import { StartupProgress } from "../startup/StartupProgress.js";
import { Messages } from "../status/Messages.js";
import { StatusLine } from "../status/StatusLine.js";
import { MixerRow } from "../strips/MixerRow.js";
import { Timeline } from "../timeline/Timeline.js";
import { WindowLayer } from "../windows/WindowLayer.js";
import { ErrorBoundary } from "./ErrorBoundary.js";
import { OverlayLayer } from "./OverlayLayer.js";
import { TopBar } from "./TopBar.js";
import { SHORTCUTS } from "./shortcuts.js";
import { useShortcuts } from "./use-shortcuts.js";

/** The whole screen. Each part fails by itself. */
export function App() {
  useShortcuts(SHORTCUTS);
  return (
    <div className="app">
      <ErrorBoundary what="The top bar">
        <TopBar />
      </ErrorBoundary>
      <Banners />
      <ErrorBoundary what="The timeline">
        <Timeline />
      </ErrorBoundary>
      <div className="workspace">
        <ErrorBoundary what="The mixer">
          <MixerRow />
        </ErrorBoundary>
        <ErrorBoundary what="The mix panel">
          <MixDock />
        </ErrorBoundary>
      </div>
      <StatusLine />
      <StartupProgress />
      <ErrorBoundary what="The plugin windows">
        <WindowLayer />
      </ErrorBoundary>
      <FileDrop />
      <Messages />
      <OverlayLayer />
    </div>
  );
}
