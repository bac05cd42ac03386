import { formatQuantity } from "@headroom/sdk";
import { useEffect, useRef, useState } from "react";
import { Canvas } from "../canvas/Canvas.js";
import type { Drawing } from "../canvas/attachCanvas.js";
import { MeterDrawing } from "./drawMeter.js";
import type { MeterBar } from "./drawMeter.js";
import { PeakHold } from "./peakHold.js";

/** Levels of one point of the mix, dBFS, one number a channel. */
export interface MeterLevels {
  readonly peak: ArrayLike<number>;
  /** Without it the peaks are drawn in full. */
  readonly rms?: ArrayLike<number>;
  /** Held peaks, from a source that holds them itself. */
  readonly hold?: ArrayLike<number>;
  readonly clipped: boolean;
}

export interface MeterCanvasProps {
  /** Gives the levels now. Called once a frame: return the same object and arrays every time. */
  readonly read: () => MeterLevels;
  /** Channels drawn side by side. Default 2. */
  readonly channels?: number;
  /** Accessible name, for instance "Drums level". */
  readonly name: string;
  /** Whether decibel numbers are drawn at the left. Default false. */
  readonly showScale?: boolean;
  /** Puts out the clip light; without it there is no light. */
  readonly onResetClip?: () => void;
}

/** Milliseconds between two announcements of the level to assistive technology. */
const ANNOUNCE_MS = 1000;

/** A peak and RMS meter with hold marks, a mark at −18 dBFS and a clip light. */
export function MeterCanvas({ read, channels = 2, name, showScale = false, onResetClip }: MeterCanvasProps) {
  const root = useRef<HTMLDivElement>(null);
  const light = useRef<HTMLButtonElement>(null);
  const [state] = useState(() => ({ drawing: new MeterDrawing(), bars: [] as MeterBar[], holds: [] as PeakHold[], loudestDb: -Infinity }));

  const follow = (drawing: Drawing) => {
    const levels = read();
    const { bars, holds } = state;
    bars.length = holds.length = channels;
    for (let i = 0; i < channels; i++) {
      const bar = (bars[i] ??= { peakDb: 0, rmsDb: 0, holdDb: 0 });
      const hold = (holds[i] ??= new PeakHold());
      hold.update(levels.peak[i] ?? -Infinity, drawing.nowMs);
      bar.peakDb = hold.barDb;
      bar.rmsDb = levels.rms ? (levels.rms[i] ?? -Infinity) : bar.peakDb;
      bar.holdDb = levels.hold?.[i] ?? hold.markDb;
      state.loudestDb = Math.max(i === 0 ? -Infinity : state.loudestDb, bar.peakDb);
    }
    light.current?.toggleAttribute("data-clipped", levels.clipped);
    return state.drawing.moved(drawing, bars);
  };

  useEffect(() => {
    const timer = setInterval(() => {
      const db = Math.round(state.loudestDb);
      root.current?.setAttribute("aria-valuenow", String(Math.min(6, Math.max(-70, db))));
      root.current?.setAttribute("aria-valuetext", db <= -70 ? "silent" : formatQuantity(db, "dBFS"));
    }, ANNOUNCE_MS);
    return () => clearInterval(timer);
  }, [state]);

  return (
    <div className="hr-meter">
      {onResetClip && (
        <button ref={light} type="button" className="hr-meter-clip" aria-label={`${name}: put out the clip light`} onClick={onResetClip} />
      )}
      <div ref={root} className="hr-meter-canvas" role="meter" aria-label={name} aria-valuemin={-70} aria-valuemax={6} aria-valuenow={-70}>
        <Canvas draw={(drawing) => state.drawing.draw(drawing, state.bars, showScale)} changed={follow} animated />
      </div>
    </div>
  );
}
