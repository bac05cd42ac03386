import { formatParameter, parseParameter } from "@headroom/sdk";
import type { ParameterHandle } from "@headroom/sdk/view";
import { useEffect, useId, useRef, useState } from "react";
import { parameterName } from "../parameter/parameterName.js";
import { EntryFault } from "./EntryFault.js";

interface TextEntryProps {
  readonly handle: ParameterHandle;
  /** Typed already; empty begins with the value as it is, selected. */
  readonly text: string;
  /** `refocus` when the keyboard, not a click elsewhere, ended it. */
  readonly onClose: (refocus: boolean) => void;
}

/** A field to type a parameter's value into. Enter takes it, Escape does not, leaving it does if it can be read. */
export function TextEntry({ handle, text, onClose }: TextEntryProps) {
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
      setFault(`“${typed}” is no value for ${parameterName(handle)}; type one such as ${formatParameter(handle.spec, handle.number())}.`);
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
        aria-label={parameterName(handle)}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : faultId}
        defaultValue={text === "" ? formatParameter(handle.spec, handle.number()) : text}
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
