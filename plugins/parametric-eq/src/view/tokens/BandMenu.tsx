import { inWords } from "@headroom/sdk";
import { useParameter } from "@headroom/ui";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { canBeDynamic, hasSlope } from "../../band-types.js";
import type { BandNumber } from "../../params.js";
import { setTogether, toggleBands } from "../bands/bandEdits.js";
import { slopeText } from "../bands/bandText.js";
import type { EqEditor } from "../bands/eqEditor.js";
import { TypeGlyph } from "../panel/TypeGlyph.js";
import { MenuOptions } from "./MenuOptions.js";
import { moveMenuFocus } from "./moveMenuFocus.js";

interface BandMenuProps {
  readonly editor: EqEditor;
  readonly band: BandNumber;
  /** CSS pixels from the view's top left. */
  readonly x: number;
  readonly y: number;
  readonly onType: () => void;
  readonly onDelete: () => void;
  /** `refocus` unless the focus has gone elsewhere already. */
  readonly onClose: (refocus: boolean) => void;
}

/** All that a band can be, beside its token: for all selected bands if it is one of them. */
export function BandMenu({ editor, band, x, y, onType, onDelete, onClose }: BandMenuProps) {
  const ref = useRef<HTMLDivElement>(null);
  const bands = editor.concerned(band);
  const { type, slope, channel, dynamic, enabled } = editor.group(band);
  useParameter(type);
  const isDynamic = useParameter(dynamic).number >= 0.5;
  useEffect(() => (ref.current ? keepInside(ref.current) : undefined), []);
  const after = (act: () => void) => () => {
    act();
    onClose(true);
  };
  const close = after(() => undefined);
  return (
    <div
      ref={ref}
      className="eq-menu"
      role="menu"
      aria-label={bands.length > 1 ? `${bands.length} bands` : `Band ${band}`}
      style={{ left: x, top: y }}
      onKeyDown={(event) => moveMenuFocus(event, close)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onClose(false)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div className="eq-menu-columns">
        <MenuOptions handle={type} name="Type" text={inWords} icon={(option) => <TypeGlyph type={option as ReturnType<typeof type.get>} />} onClose={close} />
        {hasSlope(type.get()) && <MenuOptions handle={slope} name="Slope" text={slopeText} onClose={close} />}
        <MenuOptions handle={channel} name="Channel" text={inWords} onClose={close} />
      </div>
      <hr />
      <div className="eq-menu-actions">
        <Action onClick={after(() => toggleBands(bands))}>{enabled.get() ? "Switch off" : "Switch on"}</Action>
        {canBeDynamic(type.get()) && (
          <button type="button" role="menuitemcheckbox" tabIndex={-1} aria-checked={isDynamic}
            onClick={after(() => setTogether(bands.map((each) => [each.dynamic, isDynamic ? 0 : 1])))}>
            Dynamic
          </button>
        )}
        <Action onClick={onType}>Type values…</Action>
        <Action onClick={onDelete}>Delete</Action>
      </div>
    </div>
  );
}

function Action({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onClick}>
      {children}
    </button>
  );
}

/** Moves a menu that has just opened back inside the view, and the focus to what is chosen in it. */
function keepInside(menu: HTMLElement): void {
  menu.style.translate = "none";
  const { right, bottom } = menu.offsetParent?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
  const box = menu.getBoundingClientRect();
  menu.style.translate = `${Math.min(0, right - box.right - 4)}px ${Math.min(0, bottom - box.bottom - 4)}px`;
  menu.querySelector<HTMLElement>("[aria-checked=true]")?.focus({ preventScroll: true });
}
