import { yToGain, xToFrequency } from "@headroom/ui";
import { useRef } from "react";
import type { MouseEvent } from "react";
import { BandToken } from "./BandToken.js";
import type { Band, EqHost } from "./bands.js";
import { freeBand, placeBand } from "./bandEdits.js";
import { GridLayer } from "./GridLayer.js";
import { ResponseLayer } from "./ResponseLayer.js";
import { SpectrumLayer } from "./SpectrumLayer.js";
import type { BandSelection } from "./useBandSelection.js";

interface EqGraphProps {
  readonly host: EqHost;
  readonly bands: readonly Band[];
  readonly rangeDb: number;
  readonly selection: BandSelection;
  /** Opens a band's menu at a place of the window. */
  readonly onMenu: (number: number, clientX: number, clientY: number) => void;
}

/** The spectrum, the response over it, and the bands' tokens on top. A double-click on empty space adds a band. */
export function EqGraph({ host, bands, rangeDb, selection, onMenu }: EqGraphProps) {
  const graph = useRef<HTMLDivElement>(null);
  const { selected, hovered, select, hover } = selection;

  const addBand = (event: MouseEvent<HTMLDivElement>) => {
    const band = freeBand(bands);
    if (!band) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    placeBand(band, xToFrequency(event.clientX - left, width), yToGain(event.clientY - top, height, rangeDb));
    select(band.number);
    graph.current?.querySelector<HTMLElement>(`[data-band="${band.number}"]`)?.focus({ preventScroll: true });
  };
  return (
    <div ref={graph} className="eq-graph" role="group" aria-label="Response" onDoubleClick={addBand} onPointerDown={() => select(undefined)}>
      <GridLayer rangeDb={rangeDb} />
      <SpectrumLayer host={host} />
      <ResponseLayer bands={bands} sampleRate={host.sampleRate} rangeDb={rangeDb} shown={hovered ?? selected} />
      <div className="eq-tokens">
        {bands.map((band) => (
          <BandToken
            key={band.number}
            band={band}
            graph={graph}
            rangeDb={rangeDb}
            isSelected={band.number === selected}
            onSelect={() => select(band.number)}
            onHover={(isOver) => hover(isOver ? band.number : undefined)}
            onMenu={(x, y) => onMenu(band.number, x, y)}
          />
        ))}
      </div>
    </div>
  );
}
