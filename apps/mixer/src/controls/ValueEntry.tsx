import { TextEntry } from "@headroom/ui";
import { useObservable } from "../state/observable.js";
import { valueEntry, type ValueEntryRequest } from "./value-entry.js";
import "./controls.css";

const WIDTH = 168;
const HEIGHT = 60;
const GAP = 4;

/** The field beside a control in which its value is typed: "-6dB", "1k2", "C#4", "L30". */
export function ValueEntry() {
  const request = useObservable(valueEntry);
  if (!request) return null;
  return <Entry key={request.control.name} request={request} />;
}

function Entry({ request: { control, text, shown } }: { readonly request: ValueEntryRequest }) {
  const { element, handle, name } = control;
  const box = element.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(innerWidth - WIDTH - GAP, (box.left + box.right - WIDTH) / 2));
  const isBelow = box.bottom + GAP + HEIGHT < innerHeight;
  const close = (refocus: boolean) => {
    valueEntry.set(undefined);
    if (refocus) element.focus({ preventScroll: true });
  };
  return (
    <div className="value-entry" style={{ left, width: WIDTH, top: isBelow ? box.bottom + GAP : Math.max(GAP, box.top - HEIGHT - GAP) }}>
      <span aria-hidden="true">{name}</span>
      <div className="value-entry-field">
        <TextEntry handle={handle} text={text} name={`Value of ${name}`} shown={shown} onClose={close} />
      </div>
    </div>
  );
}
