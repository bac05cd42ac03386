export type { MountElement, ParameterHandle, ReadoutHandle, Theme, View, ViewHost, ViewSize } from "./view.js";
