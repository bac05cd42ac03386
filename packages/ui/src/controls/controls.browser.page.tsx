/// <reference types="vite/client" />
import { choice, decibels, frequency, percent, toggle } from "@headroom/sdk";
import type { ParameterSpec } from "@headroom/sdk";
import { createRoot } from "react-dom/client";
import { MeterCanvas } from "../meter/MeterCanvas.js";
import { createMemoryHandle } from "../parameter/memoryHandle.js";
import "../styles/index.css";
import { ChoiceButtons } from "./ChoiceButtons.js";
import { ChoiceMenu } from "./ChoiceMenu.js";
import { Fader } from "./Fader.js";
import { Knob } from "./Knob.js";
import { NumberBox } from "./NumberBox.js";
import { ToggleButton } from "./ToggleButton.js";
import { ValueField } from "./ValueField.js";

/** What happened to the parameters, oldest first: "gain begin", "gain -6", "gain end". */
export const events: string[] = [];

function recorded<Spec extends ParameterSpec>(id: string, spec: Spec) {
  return createMemoryHandle(id, spec, {
    onBegin: () => events.push(`${id} begin`),
    onSet: (number) => events.push(`${id} ${number}`),
    onEnd: () => events.push(`${id} end`),
  });
}

export const gain = recorded("gain", decibels({ min: -60, max: 12, default: 0 }));
export const pan = recorded("pan", percent({ min: -100, max: 100, default: 0 }));
export const level = recorded("level", decibels({ min: -120, max: 12, default: 0, taper: "fader" }));
export const cutoff = recorded("cutoff", frequency({ min: 20, max: 20_000, default: 1000 }));
export const mode = recorded("mode", choice(["bell", "lowShelf"], { default: "bell" }));
export const unit = recorded("unit", choice(["RMS", "LUFS", "peak"], { default: "RMS" }));
export const mute = recorded("mute", toggle(false));

const levels = { peak: [-6, -9], rms: [-18, -20], clipped: true };

document.documentElement.lang = "en";
document.documentElement.dataset["theme"] = "dark";
document.body.style.cssText = "margin:0;background:var(--hr-bg);color:var(--hr-text)";
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <main style={{ display: "flex", gap: 24, alignItems: "flex-end", height: 320, padding: 24 }}>
      <h1 className="hr-hidden">Controls</h1>
      <Knob handle={gain} />
      <Knob handle={pan} disabled />
      <div style={{ height: 280 }}>
        <Fader handle={level} />
      </div>
      <ValueField handle={cutoff} />
      <ChoiceMenu handle={mode} />
      <ChoiceButtons handle={unit} />
      <ToggleButton handle={mute} />
      <NumberBox name="Tempo in BPM" value={120} min={20} max={300} onChange={(bpm) => events.push(`tempo ${bpm}`)} />
      <div style={{ width: 40, height: 200 }}>
        <MeterCanvas name="Drums level" read={() => levels} onResetClip={() => (levels.clipped = false)} showScale />
      </div>
    </main>,
  );
}
