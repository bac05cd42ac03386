export type { OfflineEvent, OfflineOptions, OfflineResult } from "./render-offline.js";
export { renderOffline } from "./render-offline.js";
export { parameterTable } from "./parameter-table.js";
