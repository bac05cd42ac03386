export { adoptContext } from "./adopt-context.js";
export type { ToneContexts } from "./adopt-context.js";
export { connectTone } from "./connect-tone.js";
export { connectTransport } from "./connect-transport.js";
