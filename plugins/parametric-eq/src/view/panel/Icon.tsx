const PATHS = {
  previous: "M10 3 5 8l5 5",
  next: "m6 3 5 5-5 5",
  plus: "M8 3v10M3 8h10",
  listen: "M2.5 10V8a5.5 5.5 0 0 1 11 0v2M2.5 9.5h2v4h-2zM11.5 9.5h2v4h-2z",
  power: "M8 2v5M4.5 4.2a5 5 0 1 0 7 0",
  remove: "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M7 7v4M9 7v4",
} as const;

/** A small drawing in the text's colour, for a button that has a name of its own. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="eq-icon" width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
