import { allRunning, channel, insert, SAMPLE_RATE, sessionOf, slots, startEngine, TRIM, until, wait } from "./engine.browser.page.js";

/** Plays a sine of amplitude 0.5 through a gain of −6.02 dB, moves the fader, bounces. */
export async function playWithoutSharedMemory() {
  const { engine, context } = await startEngine();
  const samples = Float32Array.from({ length: 8 * SAMPLE_RATE }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 440 * i) / SAMPLE_RATE));
  engine.addAudio("a", { sampleRate: SAMPLE_RATE, channels: [samples, samples] });
  const session = (faderDb: number) => sessionOf([channel("a", { faderDb, inserts: slots(insert("half", TRIM, { gain: -6.0206 })) }, "a", 8)]);
  engine.update(session(0));
  await allRunning(engine, session(0));
  engine.playhead.play(0);
  await until(() => engine.playhead.seconds() > 0.5, "the song moves");
  const reading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };
  engine.readMeter("master", "output", reading);
  const peak = reading.peak[0] ?? 0;
  engine.update(session(-12));
  await wait(2.5);
  engine.readMeter("master", "output", reading);
  const afterFader = reading.rms[0] ?? 0;
  const bounce = await engine.bounce({ startSeconds: 0, endSeconds: 1, bitDepth: 24 });
  const result = { status: engine.status(), peak, afterFader: afterFader * Math.SQRT2, seconds: engine.playhead.seconds(), bouncePeak: bounce.peak };
  await engine.dispose();
  await context.close();
  return result;
}
