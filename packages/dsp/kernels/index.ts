export { cascade } from "./cascade";
export { transform } from "./fft";
export { kWeightedPower } from "./k-weighted-power";
export { mirroredSums } from "./mirrored-sums";
export { truePeak } from "./true-peak";
