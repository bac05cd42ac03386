import type { BandType } from "../../params.js";

const PATHS: Readonly<Record<BandType, string>> = {
  bell: "M1 10C6 10 6 2 9 2s3 8 8 8",
  "low-shelf": "M1 3h4c4 0 4 6 8 6h4",
  "high-shelf": "M1 9h4c4 0 4-6 8-6h4",
  "low-cut": "M1 11C4 5 5 3 9 3h8",
  "high-cut": "M1 3h8c4 0 5 2 8 8",
  "band-pass": "M1 11C5 11 5 3 7 3h4c2 0 2 8 6 8",
  notch: "M1 3h5c2 0 2.5 3 3 8 .5-5 1-8 3-8h5",
  "all-pass": "M1 6h5.5M11.5 6H17M9 3.5a2.5 2.5 0 1 0 .01 0",
  tilt: "M1 10 17 2",
};

/** A filter type's response in small. */
export function TypeGlyph({ type }: { readonly type: BandType }) {
  return (
    <svg className="eq-glyph" width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
      <path d={PATHS[type]} />
    </svg>
  );
}
