import { inWords } from "@headroom/sdk";
import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import type { ParameterHandle } from "@headroom/sdk/view";
import { useParameter } from "@headroom/ui";
import { hasSlope } from "../band-filter.js";
import { slopeText } from "./bands.js";
import type { Band } from "./bands.js";

interface BandMenuProps {
  readonly band: Band;
  /** CSS pixels from the view's top left. */
  readonly x: number;
  readonly y: number;
  /** `refocus` unless the focus has gone elsewhere already. */
  readonly onClose: (refocus: boolean) => void;
}

/** Type and slope of a band, as a menu beside its token. */
export function BandMenu({ band, x, y, onClose }: BandMenuProps) {
  const close = () => onClose(true);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    menu.style.translate = "none";
    const { right, bottom } = menu.offsetParent?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
    const box = menu.getBoundingClientRect();
    menu.style.translate = `${Math.min(0, right - box.right - 4)}px ${Math.min(0, bottom - box.bottom - 4)}px`;
    menu.querySelector<HTMLElement>("[aria-checked=true]")?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={ref}
      className="eq-menu"
      role="menu"
      aria-label={`Band ${band.number}`}
      style={{ left: x, top: y }}
      onKeyDown={(event) => moveFocus(event, close)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onClose(false)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Options handle={band.type} text={inWords} onClose={close} />
      {hasSlope(band.type.get()) && (
        <>
          <hr />
          <Options handle={band.slope} text={slopeText} onClose={close} />
        </>
      )}
      <hr />
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => {
          band.enabled.set(!band.enabled.get());
          close();
        }}>
        {band.enabled.get() ? "Switch off" : "Switch on"}
      </button>
    </div>
  );
}

interface OptionsProps {
  readonly handle: ParameterHandle;
  readonly text: (option: string) => string;
  readonly onClose: () => void;
}

function Options({ handle, text, onClose }: OptionsProps) {
  const { number } = useParameter(handle);
  if (handle.spec.kind !== "choice") return null;
  return handle.spec.options.map((option, index) => (
    <button
      key={option}
      type="button"
      role="menuitemradio"
      tabIndex={-1}
      aria-checked={index === number}
      onClick={() => {
        handle.setNumber(index);
        onClose();
      }}
    >
      {text(option)}
    </button>
  ));
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>, onClose: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const at = items.findIndex((item) => item === document.activeElement);
  if (event.key === "Escape" || event.key === "Tab") onClose();
  else if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
  else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length]?.focus();
  else if (event.key === "Home") items[0]?.focus();
  else if (event.key === "End") items.at(-1)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
