import { useEffect, useEffectEvent, useImperativeHandle, useRef } from "react";
import type { Ref } from "react";
import { attachCanvas } from "./attachCanvas.js";
import type { AttachedCanvas, Drawing } from "./attachCanvas.js";

export interface CanvasHandle {
  /** Draw again at the next frame. */
  invalidate(): void;
}

export interface CanvasProps {
  readonly draw: (drawing: Drawing) => void;
  /** Draw at every frame; else when size, theme, or this component's properties change. */
  readonly animated?: boolean;
  /** For an animated canvas: whether there is something new to draw. */
  readonly changed?: (drawing: Drawing) => boolean;
  readonly className?: string;
  readonly ref?: Ref<CanvasHandle>;
}

const ALWAYS = () => true;

/** A canvas that fills its parent, sharp at any pixel density, drawn in the page's shared frame loop. */
export function Canvas({ draw, animated = false, changed = ALWAYS, className = "", ref }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const attached = useRef<AttachedCanvas>(undefined);
  const onDraw = useEffectEvent(draw);
  const hasChanged = useEffectEvent(changed);
  useEffect(() => {
    if (!canvas.current) return;
    const surface = attachCanvas(canvas.current, (drawing) => onDraw(drawing), animated, (drawing) => hasChanged(drawing));
    attached.current = surface;
    return () => surface.release();
  }, [animated]);
  useEffect(() => attached.current?.invalidate());
  useImperativeHandle(ref, () => ({ invalidate: () => attached.current?.invalidate() }), []);
  return <canvas ref={canvas} className={`hr-canvas ${className}`} aria-hidden="true" />;
}
