import { dbToGain } from "@headroom/dsp";
import { decibels, toNumber } from "@headroom/sdk";
import type { Heard } from "./heard.js";

const TONE_HZ = 440;
const level = decibels({ min: -60, max: 0, default: -12 });

window.playTone = async (): Promise<Heard> => {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: TONE_HZ });
  const gain = new GainNode(context, { gain: dbToGain(toNumber(level, undefined)) });
  const tap = new AnalyserNode(context, { fftSize: 32_768 });
  tone.connect(gain).connect(tap).connect(context.destination);
  await context.resume();
  tone.start();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const samples = new Float32Array(tap.fftSize);
  tap.getFloatTimeDomainData(samples);
  await context.close();
  return { isolated: crossOriginIsolated, peak: samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0) };
};
