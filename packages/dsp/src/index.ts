export { FLOOR_DB, dbToGain, gainToDb, powerToDb } from "./level/decibels.js";
export { SECTION_LENGTH, createSections, invertSection } from "./filter/coefficients.js";
export type { FilterShape } from "./filter/prototype.js";
export { AnalogPrototype } from "./filter/prototype.js";
export { MatchedDesigner } from "./filter/matched-designer.js";
export { butterworthQ, butterworthSections } from "./filter/butterworth.js";
export { addResponseDb, sectionsPower } from "./filter/response.js";
