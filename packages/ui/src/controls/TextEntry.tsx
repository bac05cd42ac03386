import { formatParameter, parseParameter } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { useEffect, useId, useRef, useState } from "react";
import { parameterName } from "../parameter/parameterName.js";
import { EntryFault } from "./EntryFault.js";

export interface TextEntryProps {
  readonly handle: ParameterHandle;
  /** Typed already; empty begins with the value as it is, selected. */
  readonly text: string;
  /** Accessible name; the parameter's own without one. */
  readonly name?: string;
  /** The value as it is, as its control writes it; as its unit says without one. */
  readonly shown?: string;
  /** `refocus` when the keyboard, not a click elsewhere, ended it. */
  readonly onClose: (refocus: boolean) => void;
}

/** A field to type a parameter's value into. Enter takes it, Escape does not, leaving it does if it can be read. */
export function TextEntry({ handle, text, name = parameterName(handle), shown = formatParameter(handle.spec, handle.number()), onClose }: TextEntryProps) {
  const ref = useRef<HTMLInputElement>(null);
  const faultId = useId();
  const [fault, setFault] = useState<string>();
  // Closing moves the focus, which must not take what Escape gave up.
  const isClosed = useRef(false);
  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
    if (text === "") ref.current?.select();
  }, [text]);

  const close = (refocus: boolean) => {
    isClosed.current = true;
    onClose(refocus);
  };
  const take = (): boolean => {
    const typed = ref.current?.value ?? "";
    const number = parseParameter(handle.spec, typed);
    if (number === undefined) {
      setFault(`“${typed}” is no value for ${parameterName(handle)}; type one such as ${shown}.`);
      return false;
    }
    if (number !== handle.number()) handle.setNumber(number);
    return true;
  };
  return (
    <>
      <input
        ref={ref}
        className="hr-entry"
        aria-label={name}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : faultId}
        defaultValue={text === "" ? shown : text}
        spellCheck={false}
        autoComplete="off"
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onInput={() => setFault(undefined)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape" || (event.key === "Enter" && take())) close(true);
        }}
        onBlur={() => {
          if (isClosed.current) return;
          take();
          close(false);
        }}
      />
      {fault !== undefined && <EntryFault id={faultId} text={fault} />}
    </>
  );
}
