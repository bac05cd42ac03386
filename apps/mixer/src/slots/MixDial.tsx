import { useMemo } from "react";
import { useRuntime } from "../app/runtime.js";
import { SmallDial } from "../controls/SmallDial.js";

interface MixDialProps {
  readonly insertId: string;
  readonly name: string;
}

/** An insert's mix at its slot: shown while the slot is pointed at or the mix is not full. No tab stop: the slot's menu has it for the keyboard. */
export function MixDial({ insertId, name }: MixDialProps) {
  const { handles } = useRuntime();
  const handle = useMemo(() => handles.mix(insertId), [handles, insertId]);
  return (
    <SmallDial
      handle={handle}
      name={name}
      className="slot-mix"
      draw={(percent, element) => {
        element.title = `Mix ${Math.round(percent)} % — drag up or down`;
        element.toggleAttribute("data-partial", percent < 99.5);
      }}
    />
  );
}
