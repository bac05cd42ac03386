export {
  audioSchema, clipSchema, DELAY_RANGE_SECONDS, DIM_RANGE_DB, FADER_FLOOR_DB, FADER_MAX_DB, fadeSchema, hostingSchema, INSERT_SLOTS, insertSchema, loopSchema,
  markerSchema, MASTER_ID, monitorSchema, PAN_LAWS_DB, panLawSchema, PRESET_NAME_LENGTH, SCHEMA_VERSION, sendSchema, sessionSchema,
  settingSchema, soloSchema, stripSchema, TRIM_RANGE_DB, vcaSchema,
} from "./schema.js";
export type {
  AudioEntry, Clip, Fade, HostingMode, Insert, Loop, Marker, Monitor, PanLawDb, Send, Session, Setting, SoloMode, Strip, StripKind, Vca,
} from "./schema.js";
export { LANE_CONTROLS, LANE_MODES, laneKey, laneSchema, MOST_LANE_POINTS } from "./automation/lane-schema.js";
export type { Lane, LaneControl, LaneMode, LanePoint, LaneTarget } from "./automation/lane-schema.js";
export { lastAt as lastPointAt, laneValue } from "./automation/lane-value.js";
export type { LaneScale } from "./automation/lane-value.js";
export { addPoint, changePoint, inOrder, replaceRange } from "./automation/edit-points.js";
export { recordGesture, RETURN_SECONDS } from "./automation/record-gesture.js";
export type { Gesture as RecordedGesture, RecordOptions } from "./automation/record-gesture.js";
export { thinPoints } from "./automation/thin-points.js";
export { controlRange, isSwitch } from "./automation/control-range.js";
export { FADE_SHAPES, fadeGain } from "./curves.js";
export type { FadeShape } from "./curves.js";
export { createSend, createSession, createStrip, createVca, emptySlots } from "./create.js";
export { SessionError } from "./session-error.js";
export { routeInWords, routingLoop } from "./routing.js";
export { vcaLoop, vcasInWords } from "./vcas.js";
export { parseSession } from "./parse/parse-session.js";
export type { ParsedSession } from "./parse/parse-session.js";
export { readSessionFile, writeSessionFile } from "./parse/session-file.js";
export { hasSession, SessionDocument } from "./document/session-document.js";
export type { DocumentOptions } from "./document/session-document.js";
export type { Gesture } from "./document/history.js";
export type { Labels } from "./document/labels.js";
export type { StripEdits } from "./edits/strip-edits.js";
export type { StripSettings } from "./edits/strip-settings.js";
export { sendsOf } from "./edits/send-edits.js";
export type { SendEdits } from "./edits/send-edits.js";
export type { VcaEdits } from "./edits/vca-edits.js";
export type { InsertEdits, NewInsert } from "./edits/insert-edits.js";
export type { SettingEdits } from "./edits/setting-edits.js";
export type { EditOptions } from "./edits/editor.js";
export { placeInFile, trimmedEnd, trimmedStart } from "./edits/cut-clip.js";
export type { MarkerEdits } from "./edits/marker-edits.js";
export type { ClipEdits, ClipFields } from "./edits/clip-edits.js";
export type { SceneEdits } from "./edits/scene-edits.js";
export { sceneSchema } from "./scenes/scene-schema.js";
export type { Scene } from "./scenes/scene-schema.js";
export { differences } from "./scenes/differences.js";
export type { Difference, ValueLabels } from "./scenes/difference.js";
export type { LaneEdits } from "./edits/lane-edits.js";
export type { SongEdits } from "./edits/song-edits.js";
export { SessionStore } from "./storage/session-store.js";
export type { OpenedSession, OpenOptions } from "./storage/session-store.js";
export type { SessionSummary } from "./storage/session-summary.js";
export { PresetStore } from "./storage/preset-store.js";
export type { PresetContent, UserPreset } from "./presets/user-preset.js";
export { readPresetFile, writePresetFile } from "./presets/preset-file.js";
export { AudioStore } from "./storage/audio-store.js";
export type { Allocate } from "./storage/audio-store.js";
export type { StoredAudio } from "./storage/audio-file.js";
export { newId } from "./document/new-id.js";
export { withAudioKeys } from "./document/audio-keys.js";
export { MANIFEST_FILE, parseManifest } from "./plugins/manifest.js";
export type { PluginManifest } from "./plugins/manifest.js";
export { integrityOf } from "./plugins/integrity.js";
export { openPackage, packageOfBundle } from "./plugins/plugin-package.js";
export type { PluginBundle, PluginPackage } from "./plugins/plugin-package.js";
export type { PluginOrigin } from "./plugins/stored-plugin.js";
export { PluginStore } from "./plugins/plugin-store.js";
export type { KeptPlugin, LostPlugin } from "./plugins/plugin-store.js";
