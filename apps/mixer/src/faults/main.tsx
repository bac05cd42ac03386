import { mountApp } from "../app/mount-app.js";
import { captureWorkers } from "./captured-worker.js";
import { createFaultRuntime } from "./create-fault-runtime.js";
import { FaultsApp } from "./FaultsApp.js";
import { loadBench } from "./load-bench.js";

captureWorkers();
await mountApp({ what: "The fault page", isSaved: false, App: FaultsApp, createRuntime: createFaultRuntime, loadAudio: loadBench });
