export { cascade } from "./cascade";
export { transform } from "./fft";
export { kWeightedPower } from "./k-weighted-power";
export { highest, scale } from "./levels";
export { mirroredSums } from "./mirrored-sums";
export { truePeak } from "./true-peak";
