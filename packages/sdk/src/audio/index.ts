export { ParameterBank } from "./parameter-bank.js";
export { ReadoutBank } from "./readout-bank.js";
export { SmoothedNumber } from "./smoothed-number.js";
