import { App } from "./app/App.js";
import { mountApp } from "./app/mount-app.js";
import { createRuntime } from "./startup/create-runtime.js";
import { loadAudio } from "./startup/load-audio.js";

await mountApp({ what: "The mixer", isSaved: true, App, createRuntime, loadAudio });
