import { Canvas, drawGrid } from "@headroom/ui";

/** The graph's frequencies and gains. */
export function GridLayer({ rangeDb }: { readonly rangeDb: number }) {
  return <Canvas draw={(drawing) => drawGrid(drawing, { rangeDb })} />;
}
