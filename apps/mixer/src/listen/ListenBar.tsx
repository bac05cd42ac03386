import { MASTER_ID } from "@headroom/session";
import { ValueField } from "@headroom/ui";
import { Moon, Sun } from "lucide-react";
import { useMemo } from "react";
import { IconButton } from "../app/IconButton.js";
import { useRuntime } from "../app/runtime.js";
import { theme, toggleTheme } from "../app/theme.js";
import { Wordmark } from "../app/Wordmark.js";
import { useObservable } from "../state/observable.js";
import { TransportControls } from "../transport/TransportControls.js";

/** The bar at the top: what page this is, transport, volume, theme, and the way to the mixer. */
export function ListenBar() {
  const { handles } = useRuntime();
  const volume = useMemo(() => handles.strip(MASTER_ID, "faderDb"), [handles]);
  const isDark = useObservable(theme) === "dark";
  return (
    <header className="top-bar">
      <div className="top-group">
        <Wordmark />
        <p className="listen-page-name">Listening page</p>
      </div>
      <TransportControls />
      <div className="top-group top-actions">
        <span className="listen-label" aria-hidden="true">
          Volume
        </span>
        <ValueField handle={volume} label="" name="Volume" />
        <span className="top-divider" />
        <IconButton label={isDark ? "Light theme" : "Dark theme"} onClick={toggleTheme} icon={isDark ? Sun : Moon} />
        <span className="top-divider" />
        <a className="hr-button listen-mixer-link" href="../">
          Open the mixer
        </a>
      </div>
    </header>
  );
}
