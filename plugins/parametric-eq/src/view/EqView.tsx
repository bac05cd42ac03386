import type { ViewProps } from "@headroom/ui";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { BandNumber, EqParams, EqReadouts } from "../params.js";
import { EqEditor } from "./bands/eqEditor.js";
import { freeBand, placeBand } from "./bands/bandEdits.js";
import { EqGraph, type BandTextEntry } from "./graph/EqGraph.js";
import { firstSettings, rememberSettings, type GraphSettings } from "./graph/graphSettings.js";
import { BandChips } from "./panel/BandChips.js";
import { BandPanel } from "./panel/BandPanel.js";
import { Hints } from "./panel/Hints.js";
import { OutputMeter } from "./panel/OutputMeter.js";
import { OutputSection } from "./panel/OutputSection.js";
import { EQ_STYLES } from "./styles.js";
import { BandMenu } from "./tokens/BandMenu.js";
import { removeBands } from "./tokens/removeBands.js";
import { focusToken } from "./tokens/tokenFocus.js";
import { GraphToolbar } from "./toolbar/GraphToolbar.js";

interface OpenMenu {
  readonly band: BandNumber;
  /** CSS pixels from the view's top left. */
  readonly x: number;
  readonly y: number;
}

/** Where a band begins that is added by a button. */
const NEW_BAND_HZ = 1000;

/** The equalizer: how the graph shows, the graph, the bands in use, the selected band in numbers, the output. */
export function EqView({ host }: ViewProps<EqParams, EqReadouts>) {
  const root = useRef<HTMLDivElement>(null);
  const [editor] = useState(() => new EqEditor(host));
  const [settings, setSettings] = useState<GraphSettings>(firstSettings);
  const [menu, openMenu] = useState<OpenMenu>();
  const [entry, setEntry] = useState<BandTextEntry>();
  const { primary } = useSyncExternalStore(editor.selection.subscribe, editor.selection.state);
  useEffect(() => editor.attach(), [editor]);
  useEffect(() => rememberSettings(settings), [settings]);

  const refocus = (band: BandNumber) => focusToken(editor, root.current, band);
  const showMenu = (band: BandNumber, clientX: number, clientY: number) => {
    const box = root.current?.getBoundingClientRect();
    openMenu({ band, x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) });
  };
  const showEntry = (next: BandTextEntry | undefined, isRefocusing: boolean) => {
    setEntry(next);
    if (isRefocusing && entry) refocus(entry.band);
  };
  const add = () => {
    const band = freeBand(editor.model);
    if (!band) return;
    placeBand(band, NEW_BAND_HZ, 0);
    editor.selection.set([band.number]);
    refocus(band.number);
  };
  const remove = (band: BandNumber) => removeBands(editor, root.current?.querySelector(".eq-tokens"), band);
  const step = (direction: 1 | -1) => {
    const { inUse } = editor.model;
    const at = inUse.findIndex((band) => band.number === primary);
    const next = inUse[(at + direction + inUse.length) % inUse.length];
    if (next) editor.selection.set([next.number]);
  };
  return (
    <div
      ref={root}
      className="eq"
      onKeyDown={(event) => {
        if ((event.key !== "Delete" && event.key !== "Backspace") || (event.target as Element).matches("input, select")) return;
        // Even with nothing selected: a host may remove more than a band with this key.
        event.preventDefault();
        if (primary !== undefined) remove(primary);
      }}
    >
      <style href="headroom-parametric-eq" precedence="default">
        {EQ_STYLES}
      </style>
      <div className="eq-body">
        <GraphToolbar settings={settings} onChange={(change) => setSettings({ ...settings, ...change })} />
        <div className="eq-stage">
          <EqGraph editor={editor} settings={settings} entry={entry} onEntry={showEntry} onMenu={showMenu} />
          <OutputMeter host={host} />
        </div>
        <BandChips editor={editor} onAdd={add} />
        <footer className="eq-panel">
          {primary === undefined ? <Hints /> : <BandPanel editor={editor} number={primary} onStep={step} onDelete={() => remove(primary)} />}
          <OutputSection host={host} />
        </footer>
      </div>
      {menu && (
        <BandMenu
          editor={editor}
          {...menu}
          onType={() => {
            openMenu(undefined);
            setEntry({ band: menu.band, text: "" });
          }}
          onDelete={() => {
            openMenu(undefined);
            remove(menu.band);
          }}
          onClose={(isRefocusing) => {
            openMenu(undefined);
            if (isRefocusing) refocus(menu.band);
          }}
        />
      )}
    </div>
  );
}
