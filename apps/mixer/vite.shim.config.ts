import base from "./vite.config.ts";
export default (env) => ({ ...base(env), resolve: { alias: { "@headroom/analysis": "/work/wt/steps/node_modules/.cache/shim/index.ts" } } });
