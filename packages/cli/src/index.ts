export type { Measurement, MeasureOptions } from "./measure/measure-file.js";
export { measureFile } from "./measure/measure-file.js";
export { WavError } from "./wav/wav-format.js";
