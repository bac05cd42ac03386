export { renderDemoStems, type DemoAudio, type RenderDemoOptions } from "./render/render-demo-stems.js";
export { DEMO_SONG, type DemoMarker, type DemoSong } from "./song.js";
export { DEMO_STEMS, type DemoStem, type StemId } from "./stems.js";
