export type { OfflineEvent, OfflineOptions, OfflineResult } from "./render-offline.js";
export { renderOffline } from "./render-offline.js";
export type { InstanceOptions } from "./offline-instance.js";
export { OfflineInstance } from "./offline-instance.js";
export { parameterTable } from "./parameter-table.js";
