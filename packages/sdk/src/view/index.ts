export type { ParameterHandle, ReadoutHandle, Theme, View, ViewHost } from "./view.js";
