import { expect, it } from "vitest";
import { Interruptions } from "./interruptions.js";

/** As a browser's audio context, which Node has not: it changes its state and tells so. */
class Context extends EventTarget {
  state: AudioContextState = "running";

  become(state: AudioContextState): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

function watch() {
  const context = new Context();
  const song = { playing: true, seconds: 62.34 };
  const said: string[] = [];
  const interruptions = new Interruptions({ context: context as unknown as AudioContext, playing: () => song.playing, seconds: () => song.seconds, notice: (_, text) => said.push(text) });
  return { context, song, said, interruptions };
}

it("says where the browser stopped the song, and that it goes on", () => {
  const { context, said } = watch();
  context.become("suspended");
  context.become("running");
  expect(said).toEqual(["The browser stopped the audio at 1:02.3 of the song, which stands still until it goes on.", expect.stringMatching(/^The audio goes on at 1:02\.3 of the song after 0\.0 s;/)]);
});

it("says nothing where nothing plays, of the first start, and after its end", () => {
  const { context, song, said, interruptions } = watch();
  song.playing = false;
  context.become("suspended");
  context.become("running");
  interruptions.tick(performance.now() + 1e7);
  song.playing = true;
  interruptions.dispose();
  context.become("suspended");
  context.dispatchEvent(new Event("error"));
  expect(said).toEqual([]);
});

it("says that the output failed, and how long the page stood still", () => {
  const { context, said, interruptions } = watch();
  context.dispatchEvent(new Event("error"));
  const now = performance.now();
  interruptions.tick(now);
  interruptions.tick(now + 1999);
  interruptions.tick(now + 1999 + 3_600_000);
  expect(said).toEqual([expect.stringMatching("reported at 1:02.3 of the song that the audio output failed"), expect.stringMatching("The page stood still for 3600.0 s")]);
});
