import { Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../app/IconButton.js";
import { theme, toggleTheme } from "../app/theme.js";
import { Wordmark } from "../app/Wordmark.js";
import { useObservable } from "../state/observable.js";
import type { FaultBench } from "./fault-bench.js";
import { FAULTS } from "./faults.js";

/** The bar at the top: what page this is, runs of none and of all faults, theme, and the way to the mixer. */
export function FaultBar({ bench }: { readonly bench: FaultBench | undefined }) {
  const isDark = useObservable(theme) === "dark";
  return (
    <header className="top-bar">
      <div className="top-group">
        <Wordmark />
        <p className="faults-page-name">Faults</p>
      </div>
      <div className="top-group top-actions">
        {bench && <Runs bench={bench} />}
        <span className="top-divider" />
        <IconButton label={isDark ? "Light theme" : "Dark theme"} onClick={toggleTheme} icon={isDark ? Sun : Moon} />
        <span className="top-divider" />
        <a className="hr-button faults-mixer-link" href="../">
          Open the mixer
        </a>
      </div>
    </header>
  );
}

function Runs({ bench }: { readonly bench: FaultBench }) {
  const isBusy = useObservable(bench.run)?.done === false;
  const [left, setLeft] = useState(0);
  const runAll = async () => {
    for (const [i, fault] of FAULTS.entries()) {
      setLeft(FAULTS.length - i);
      await bench.play(fault);
    }
    setLeft(0);
  };
  return (
    <>
      <button type="button" className="hr-button" disabled={isBusy || left > 0} onClick={() => void bench.play()}>
        Nothing goes wrong
      </button>
      <button type="button" className="hr-button primary" disabled={isBusy || left > 0} onClick={() => void runAll()}>
        {left > 0 ? `${left} to go` : "All in turn"}
      </button>
    </>
  );
}
