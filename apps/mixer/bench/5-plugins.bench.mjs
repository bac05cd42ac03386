import { MOST_PROCESSOR_KB, processorSizes } from "../../../tooling/pack/processor-size.mjs";
import { onEmptyPage } from "./page.mjs";

const ROUNDS = 25;

const SILENCE = `10 s of silence after noise: time against as much noise, best of ${ROUNDS} turns each`;
const SLOWEST = "… the slowest quarter of a second of it, while filters ring down to nothing";
const BUNDLE = "worker bundle, kernels included, gzipped";

/** What silence costs each first-party plugin, and what its worker's bundle weighs. */
export async function bench(context) {
  const silence = await onEmptyPage(context, "/apps/mixer/bench/pages/silence.mjs", "timesOfSilence", { rounds: ROUNDS });
  const sizes = processorSizes();
  return [...rows(silence, sizes, [""]), ...sizes.flatMap((size) => rows(silence.filter(({ plugin }) => plugin === size.name), [size], [size.folder]))];
}

/** For all plugins together, or for one. */
function rows(silence, sizes, readmes) {
  const list = (show) => silence.map((one) => `${one.case} ${show(one).toFixed(2)}`).join(", ");
  return [
    { what: SILENCE, target: "≤ 1", measured: list(({ ratio }) => ratio), readmes },
    { what: SLOWEST, target: "≤ 1", measured: list(({ worst }) => worst), readmes },
    { what: BUNDLE, target: `< ${MOST_PROCESSOR_KB} kB`, measured: sizes.map(({ name, kilobytes }) => `${name} ${kilobytes.toFixed(1)} kB`).join(", "), readmes },
  ];
}
