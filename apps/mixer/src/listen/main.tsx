import { mountApp } from "../app/mount-app.js";
import { createListeningRuntime } from "./create-listening-runtime.js";
import { ListenApp } from "./ListenApp.js";
import { loadSong } from "./load-song.js";

await mountApp({ what: "The listening page", isSaved: false, App: ListenApp, createRuntime: createListeningRuntime, loadAudio: loadSong });
