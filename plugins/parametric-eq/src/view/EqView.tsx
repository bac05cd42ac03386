import type { ViewProps } from "@headroom/ui";
import { useMemo, useRef, useState } from "react";
import type { EqParams, EqReadouts } from "../params.js";
import { BandColumn } from "./BandColumn.js";
import { BandMenu } from "./BandMenu.js";
import { BandReadout } from "./BandReadout.js";
import { bandsOf } from "./bands.js";
import { EqGraph } from "./EqGraph.js";
import { OutputSection } from "./OutputSection.js";
import { EQ_STYLES } from "./styles.js";
import { useBandSelection } from "./useBandSelection.js";

const RANGES_DB = [6, 12, 18, 30] as const;

/** The equalizer: what is selected, the graph, the bands in numbers, the output. */
export function EqView({ host }: ViewProps<EqParams, EqReadouts>) {
  const root = useRef<HTMLDivElement>(null);
  const bands = useMemo(() => bandsOf(host), [host]);
  const [rangeDb, setRangeDb] = useState<number>(18);
  const selection = useBandSelection();
  const { selected, hovered, menu, select, openMenu } = selection;
  const menuBand = menu && bands[menu.number - 1];

  const showMenu = (number: number, clientX: number, clientY: number) => {
    const box = root.current?.getBoundingClientRect();
    openMenu({ number, x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) });
  };
  const closeMenu = (refocus: boolean) => {
    openMenu(undefined);
    if (refocus && menu) root.current?.querySelector<HTMLElement>(`[data-band="${menu.number}"]`)?.focus({ preventScroll: true });
  };
  return (
    <div ref={root} className="eq" style={{ position: "relative" }}>
      <style href="headroom-parametric-eq" precedence="default">
        {EQ_STYLES}
      </style>
      <header className="eq-head">
        <BandReadout band={bands[(hovered ?? selected ?? 0) - 1]} />
        <label>
          Range
          <select className="hr-select" value={rangeDb} onChange={(event) => setRangeDb(Number(event.target.value))}>
            {RANGES_DB.map((range) => (
              <option key={range} value={range}>
                ±{range} dB
              </option>
            ))}
          </select>
        </label>
      </header>
      <EqGraph host={host} bands={bands} rangeDb={rangeDb} selection={selection} onMenu={showMenu} />
      <footer className="eq-foot">
        {bands.map((band) => (
          <BandColumn key={band.number} band={band} isSelected={band.number === selected} onSelect={() => select(band.number)} />
        ))}
        <OutputSection host={host} />
      </footer>
      {menu && menuBand && <BandMenu band={menuBand} x={menu.x} y={menu.y} onClose={closeMenu} />}
    </div>
  );
}
