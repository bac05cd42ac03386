export type { MountElement, ParameterHandle, ReadoutHandle, Theme, View, ViewHost } from "./view.js";
