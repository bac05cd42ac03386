import { useEffect, useRef } from "react";
import { bandInWords, handlesOf } from "./bands.js";
import type { Band } from "./bands.js";

/** The band under the pointer, else the selected one, in words. Written outside React while it moves. */
export function BandReadout({ band }: { readonly band: Band | undefined }) {
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!band) return;
    const show = () => {
      if (words.current) words.current.textContent = ` · ${bandInWords(band)}`;
    };
    show();
    const undo = handlesOf(band).map((handle) => handle.subscribe(show));
    return () => {
      for (const each of undo) each();
    };
  }, [band]);
  if (!band) return <div className="eq-readout eq-hint">Double-click the graph to add a band</div>;
  return (
    <div className="eq-readout">
      <i style={{ background: band.color }} />
      <b>Band {band.number}</b>
      <span ref={words} />
    </div>
  );
}
