export { cascade } from "./cascade";
export { transform } from "./fft";
export { kWeightedPower } from "./k-weighted-power";
export { truePeak } from "./true-peak";
