import { onFrame } from "../frame/onFrame.js";
import { onThemeChange, readPalette } from "./palette.js";
import type { Palette } from "./palette.js";

/** What a drawing is given, in CSS pixels. The object is the same at every call. */
export interface Drawing {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  /** Device pixels per CSS pixel. */
  readonly scale: number;
  /** Time of the frame in milliseconds. */
  readonly nowMs: number;
}

export interface AttachedCanvas {
  /** Draw again at the next frame. */
  invalidate(): void;
  release(): void;
}

/**
 * Keeps a canvas sharp at any size and pixel density and draws it in the page's shared frame loop.
 * @param draw - called on a cleared canvas whose units are CSS pixels.
 * @param animated - draw at every frame in which it is visible; else only when size, theme or data changed.
 * @param changed - asked at every frame of an animated canvas: `false` leaves what is on the screen. A canvas that is
 * not touched costs no compositing either.
 */
export function attachCanvas(
  canvas: HTMLCanvasElement,
  draw: (drawing: Drawing) => void,
  animated: boolean,
  changed: (drawing: Drawing) => boolean = () => true,
): AttachedCanvas {
  const context = canvas.getContext("2d");
  if (!context) return { invalidate: () => undefined, release: () => undefined };
  const drawing = { context, width: 0, height: 0, palette: readPalette(canvas), scale: 1, nowMs: 0 };
  let isDirty = true;

  const sizes = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    const scale = devicePixelRatio || 1;
    drawing.width = width;
    drawing.height = height;
    drawing.scale = scale;
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    // Setting the size cleared it: drawing in the same frame avoids a flash.
    paint(performance.now());
  });
  const paint = (nowMs: number) => {
    if (drawing.width === 0 || drawing.height === 0) return;
    isDirty = false;
    drawing.nowMs = nowMs;
    context.setTransform(drawing.scale, 0, 0, drawing.scale, 0, 0);
    context.clearRect(0, 0, drawing.width, drawing.height);
    draw(drawing);
  };
  sizes.observe(canvas);
  const forgetTheme = onThemeChange(() => {
    drawing.palette = readPalette(canvas);
    isDirty = true;
  });
  const stop = onFrame((nowMs) => {
    drawing.nowMs = nowMs;
    if ((animated && changed(drawing)) || isDirty) paint(nowMs);
  }, canvas);
  return {
    invalidate: () => void (isDirty = true),
    release: () => {
      sizes.disconnect();
      forgetTheme();
      stop();
    },
  };
}
