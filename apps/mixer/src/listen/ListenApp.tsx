import { ErrorBoundary } from "../app/ErrorBoundary.js";
import { useShortcuts } from "../app/use-shortcuts.js";
import { Banners } from "../startup/Banners.js";
import { StartupProgress } from "../startup/StartupProgress.js";
import { Messages } from "../status/Messages.js";
import { useSession } from "../session/use-session.js";
import { useAddress } from "./use-address.js";
import { chosenPlugin } from "./listening-session.js";
import { LISTENING_KEYS } from "./listening-keys.js";
import { ListenBar } from "./ListenBar.js";
import { Rail } from "./Rail.js";
import { SongStrip } from "./SongStrip.js";
import { Stage } from "./Stage.js";
import "./listen.css";

/** The whole page: the demo song through one plugin at a time, with the plugin's own view. */
export function ListenApp() {
  useShortcuts(LISTENING_KEYS);
  useAddress();
  const plugin = useSession(chosenPlugin);
  return (
    <div className="app listen">
      <ListenBar />
      <Banners />
      <ErrorBoundary what="The song" isSaved={false}>
        <SongStrip plugin={plugin} />
      </ErrorBoundary>
      <main className="listen-main">
        {plugin && (
          <>
            <Rail plugin={plugin} />
            <Stage key={plugin.slug} plugin={plugin} />
          </>
        )}
      </main>
      <StartupProgress />
      <Messages />
    </div>
  );
}
