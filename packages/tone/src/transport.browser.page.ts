import type { Playhead } from "@headroom/engine";
import * as Tone from "tone";
import { adoptContext, connectTone, connectTransport } from "./index.js";

interface Command { readonly atTime: number; readonly playing: boolean; readonly seconds?: number }

/**
 * A playhead that does on paper what the engine does in sound: it keeps each command with the time from which it
 * holds, and tells where the song is at any time of the context.
 */
class PaperPlayhead implements Playhead {
  readonly log: string[] = [];
  readonly loops: Parameters<Playhead["setLoop"]>[0][] = [];
  readonly #context: AudioContext;
  readonly #commands: Command[] = [{ atTime: 0, playing: false, seconds: 0 }];

  constructor(context: AudioContext) {
    this.#context = context;
  }

  get playing(): boolean {
    return this.at(this.#context.currentTime).playing;
  }

  seconds(): number {
    return this.at(this.#context.currentTime).seconds;
  }

  play(fromSeconds?: number, atTime = this.#context.currentTime): void {
    this.log.push("play");
    this.#commands.push({ atTime, playing: true, ...(fromSeconds === undefined ? {} : { seconds: fromSeconds }) });
  }

  pause(atTime = this.#context.currentTime): void {
    this.log.push("pause");
    this.#commands.push({ atTime, playing: false });
  }

  stop(toSeconds = 0, atTime = this.#context.currentTime): void {
    this.log.push("stop");
    this.#commands.push({ atTime, playing: false, seconds: toSeconds });
  }

  seek(seconds: number): void {
    this.log.push("seek");
    const atTime = this.#context.currentTime;
    this.#commands.push({ atTime, playing: this.at(atTime).playing, seconds });
  }

  setLoop(loop: Parameters<Playhead["setLoop"]>[0]): void {
    this.loops.push(loop);
  }

  /** Where the song is at a time of the context. */
  at(time: number): { playing: boolean; seconds: number } {
    let since = 0;
    let seconds = 0;
    let playing = false;
    for (const command of this.#commands.toSorted((a, b) => a.atTime - b.atTime)) {
      if (command.atTime > time) break;
      const reached = playing ? seconds + command.atTime - since : seconds;
      ({ playing } = command);
      seconds = command.seconds ?? reached;
      since = command.atTime;
    }
    return { playing, seconds: this.#looped(playing ? seconds + time - since : seconds) };
  }

  #looped(seconds: number): number {
    const loop = this.loops.at(-1);
    if (!loop?.enabled || seconds < loop.endSeconds) return seconds;
    return loop.startSeconds + (seconds - loop.endSeconds) % (loop.endSeconds - loop.startSeconds);
  }
}

/** Everything that a test needs, on a context of its own that runs. */
export async function start() {
  const context = new AudioContext({ sampleRate: 48_000 });
  await context.resume();
  const adopted = adoptContext(Tone, context);
  const transport = Tone.getTransport();
  const playhead = new PaperPlayhead(context);
  const disconnect = connectTransport(transport, playhead, context);
  const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  /** Largest difference of the two clocks, in samples, over a stretch of time that both know; its ends are left out. */
  const apart = (fromTime: number, toTime: number) => {
    let most = 0;
    for (let time = fromTime + 0.0005; time < toTime - 0.0005; time += 0.001) {
      most = Math.max(most, Math.abs(transport.getSecondsAtTime(time) - playhead.at(time).seconds) * context.sampleRate);
    }
    return most;
  };
  return { context, adopted, transport, playhead, disconnect, wait, apart };
}

/** Loudest sample of a Tone instrument on a channel, and after the channel let go of it. */
export async function captureSource() {
  const { context } = await start();
  const sink = new GainNode(context);
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  sink.connect(analyser);
  const connected: string[] = [];
  const engine = {
    connectSource(stripId: string, node: AudioNode) {
      connected.push(stripId);
      node.connect(sink);
      return () => node.disconnect(sink);
    },
  };
  const source = new Tone.Synth({ oscillator: { type: "square" } });
  const disconnect = connectTone(engine, "lead", source);
  source.triggerAttack("C4");
  const loudest = async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const block = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(block);
    return Math.max(...block.map(Math.abs));
  };
  const before = await loudest();
  disconnect();
  const after = await loudest();
  return { connected, before, after };
}

export { connectTransport };
