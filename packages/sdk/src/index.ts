export type {
  BypassSpec, ChoiceSpec, CommonSpec, DecibelsSpec, FloatSpec, IntegerSpec, NumberSpec, ParameterSpec, ParameterSpecs, ParameterValue, Taper, ToggleSpec, Unit,
  ValueOf, ValuesOf,
} from "./params/spec.js";
export { UNITS } from "./params/spec.js";
export type { IsBelow } from "./params/compare-literals.js";
export type { AboveMin, InRange, NumberRange } from "./params/statements.js";
export { bypass, choice, decibels, float, frequency, integer, milliseconds, percent, toggle } from "./params/statements.js";
export { fromNumber, toNumber } from "./params/number.js";
export { correctionOf } from "./params/correction.js";
export { parameterLabel, parameterName } from "./params/names.js";
export { fromTravel, toTravel } from "./params/taper.js";
export { formatParameter, formatQuantity, formatRange, inWords, optionText, parseParameter } from "./params/text.js";
export type { GainReductionSpec, LevelSpec, LevelsSpec, ReadoutSpec, ReadoutSpecs, ResponseCurveSpec, SeriesSpec } from "./readouts/spec.js";
export { curveFrequencies, gainReduction, isObservable, level, levels, readoutLength, responseCurve, series } from "./readouts/spec.js";
export type { LevelsWriter, LevelWriter, SeriesWriter, WriterOf, WritersOf } from "./readouts/spec.js";
export type { ReadoutLayout, ReadoutPlace } from "./readouts/layout.js";
export { OBSERVED, READOUT_WORDS, readoutLayout } from "./readouts/layout.js";
export { ReadoutReader } from "./readouts/reader.js";
export type { ChannelLayout, Feature, PluginDefinition, PluginPorts, Preset, ViewModule } from "./plugin/define.js";
export type { SavedState, StateData, StateSpec, StateValue } from "./plugin/saved-state.js";
export { MOST_STATE_LETTERS, newerState, readState, stateVersion, writeState } from "./plugin/saved-state.js";
export { definePlugin, FEATURES } from "./plugin/define.js";
export type { DescribedPreset, PluginDescriptor } from "./plugin/descriptor.js";
export { describe, mainChannels, sidechainChannels } from "./plugin/descriptor.js";
export type { ExtensionId, Extensions, TransportReader } from "./plugin/extensions.js";
export { EXTENSIONS } from "./plugin/extensions.js";
export { checkDescriptor } from "./plugin/check.js";
export { CONTRACT_VERSION } from "./plugin/contract-version.js";
export type {
  ChoiceReader, DecibelsReader, LogLevel, NumberReader, PrepareContext, ProcessContext, Processor, ReaderOf, ReadersOf, ToggleReader,
} from "./plugin/processor.js";
export { LOG_LETTERS } from "./plugin/processor.js";
