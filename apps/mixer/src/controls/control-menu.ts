import { fromTravel, parseParameter, toNumber, type Unit } from "@headroom/sdk";
import { type AttachedControl, Gesture } from "@headroom/ui";
import { type MenuAction, type MenuPlace, type MenuSection, openMenu } from "../menu/menu-request.js";
import { typeValue } from "./value-entry.js";

/** What can be typed, by the control's unit. */
const EXAMPLES: Readonly<Partial<Record<Unit, string>>> = { dB: "“-6”, “-6 dB”, “50 %”", Hz: "“440”, “1k2”, “C#4”", ms: "“150”, “150 ms”, “0.2 s”", s: "“0.2”, “150 ms”", "%": "“30”, “30 %”" };

/** The value that was copied last, as its control wrote it. */
let copied: string | undefined;

/** Opens what can be done with a control, whichever: reset, type, copy and paste. @param more - what else its place offers. */
export function openControlMenu(control: AttachedControl, place: MenuPlace, more: readonly MenuSection[] = []): void {
  const { handle, name, format } = control;
  const { spec } = handle;
  const isNumber = spec.kind !== "choice" && spec.kind !== "toggle";
  const initial = toNumber(spec, spec.default);
  const pasted = copied === undefined ? undefined : parseParameter(spec, copied);
  const set = (number: number) => () => {
    const gesture = new Gesture(handle);
    gesture.set(number);
    gesture.end();
  };
  const end = (label: string, travel: 0 | 1): MenuAction => ({ label, detail: format(fromTravel(spec, travel)), shortcut: travel === 0 ? "Home" : "End", run: set(fromTravel(spec, travel)) });
  const values: MenuAction[] = [
    { label: "Type a value…", ...(isNumber && EXAMPLES[spec.unit] !== undefined ? { detail: `As ${EXAMPLES[spec.unit]}` } : {}), shortcut: "Enter", run: () => afterMenu(() => typeValue(control)) },
    { label: "Reset", detail: `To ${format(initial)}`, shortcut: "Double-click", disabled: handle.number() === initial, run: set(initial) },
    ...(isNumber ? [end("Lowest", 0), end("Highest", 1)] : []),
  ];
  const clipboard: MenuAction[] = [
    { label: "Copy value", detail: format(handle.number()), run: () => copyValue(format(handle.number())) },
    pasted === undefined
      ? { label: "Paste value", detail: copied === undefined ? "Nothing was copied yet" : `${copied} is no value of this control`, disabled: true, run: () => undefined }
      : { label: "Paste value", detail: format(pasted), run: set(pasted) },
  ];
  openMenu.set({ label: name, place, sections: [{ title: `${name}: ${format(handle.number())}`, actions: values }, { actions: clipboard }, ...more] });
}

/** Runs what takes the focus once the menu has given it back, which it does in the next frame. */
function afterMenu(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

function copyValue(text: string): void {
  copied = text;
  // For other programs; a browser that does not allow it still has the value here.
  if ("clipboard" in navigator) navigator.clipboard.writeText(text).catch(() => undefined);
}
