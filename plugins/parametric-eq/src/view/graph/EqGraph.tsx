import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { BandNumber } from "../../params.js";
import type { EqEditor } from "../bands/eqEditor.js";
import { BandEntry } from "../tokens/BandEntry.js";
import { BandToken } from "../tokens/BandToken.js";
import { TokenTip } from "../tokens/TokenTip.js";
import { ChannelLegend } from "./ChannelLegend.js";
import { Crosshair } from "./Crosshair.js";
import { GraphArea } from "./graphArea.js";
import { attachGraphPointer } from "./graphPointer.js";
import type { GraphSettings } from "./graphSettings.js";
import { GridLayer } from "./GridLayer.js";
import { HeatmapLayer } from "./HeatmapLayer.js";
import { PianoStrip } from "./PianoStrip.js";
import { ResponseLayer } from "./ResponseLayer.js";
import { SpectrumLayer } from "./SpectrumLayer.js";

interface EqGraphProps {
  readonly editor: EqEditor;
  readonly settings: GraphSettings;
  readonly entry: BandTextEntry | undefined;
  readonly onEntry: (entry: BandTextEntry | undefined, refocus: boolean) => void;
  /** Opens a band's menu at a place of the window. */
  readonly onMenu: (band: BandNumber, clientX: number, clientY: number) => void;
}

/** A band whose values are being typed. */
export interface BandTextEntry {
  readonly band: BandNumber;
  /** What was typed when the field opened. */
  readonly text: string;
}

/** The spectra, the response over them, the bands' tokens on top, and the piano below. */
export function EqGraph({ editor, settings, entry, onEntry, onMenu }: EqGraphProps) {
  const { host, model, selection } = editor;
  const { rangeDb, heatmap, showInput, showOutput, floorDb } = settings;
  const column = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const litKey = useRef<HTMLDivElement>(null);
  const [area, setArea] = useState<GraphArea>();
  const inUse = useSyncExternalStore(model.subscribeUse, () => model.inUse);
  const { selected, primary } = useSyncExternalStore(selection.subscribe, selection.state);
  const tabStop = primary ?? inUse[0]?.number;
  const takeGraph = useCallback((element: HTMLDivElement) => {
    const taken = new GraphArea(element);
    setArea(taken);
    return () => taken.release();
  }, []);
  useEffect(() => (area && frame.current ? attachGraphPointer(area, frame.current, editor, rangeDb) : undefined), [area, editor, rangeDb]);
  return (
    <div ref={column} className="eq-column">
      <div ref={takeGraph} className="eq-graph" role="group" aria-label="Response" tabIndex={-1}>
        {heatmap !== "off" && <HeatmapLayer key={heatmap} host={host} source={heatmap} settings={settings} />}
        <GridLayer rangeDb={rangeDb} floorDb={showInput || showOutput ? floorDb : undefined} sampleRate={host.sampleRate} />
        <SpectrumLayer host={host} settings={settings} />
        <ResponseLayer editor={editor} rangeDb={rangeDb} />
        <ChannelLegend model={model} />
        <div ref={frame} className="eq-frame" hidden />
        {area && <Crosshair editor={editor} column={column} area={area} litKey={litKey} rangeDb={rangeDb} />}
        <div className="eq-tokens">
          {area && inUse.map((band) => (
            <BandToken
              key={band.number}
              band={band}
              editor={editor}
              area={area}
              rangeDb={rangeDb}
              isSelected={selected.includes(band.number)}
              isTabStop={band.number === tabStop}
              onMenu={(x, y) => onMenu(band.number, x, y)}
              onType={(text) => onEntry({ band: band.number, text }, false)}
            />
          ))}
        </div>
        {area && <TokenTip editor={editor} area={area} rangeDb={rangeDb} />}
        {entry && area && (
          <BandEntry key={entry.band} editor={editor} area={area} rangeDb={rangeDb} {...entry} onClose={(refocus) => onEntry(undefined, refocus)} />
        )}
      </div>
      <PianoStrip litRef={litKey} />
    </div>
  );
}
