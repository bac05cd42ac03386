export { assemblyScript } from "./assembly-script.js";
export type { BundleModuleOptions } from "./bundle-module.js";
export { bundleModule } from "./bundle-module.js";
export type { HeadroomOptions } from "./headroom.js";
export { headroom } from "./headroom.js";
export { isolationHeaders } from "./isolation-headers.js";
export type { BuiltPlugin, BundleFiles } from "./write-manifest.js";
export { writeManifest } from "./write-manifest.js";
