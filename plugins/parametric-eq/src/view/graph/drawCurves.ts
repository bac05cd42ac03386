import { drawResponse, drawResponseRange, frequencyToX, gainToY } from "@headroom/ui";
import type { Drawing, PaletteName } from "@headroom/ui";
import { hasGain } from "../../band-types.js";
import { EQ_BANDS, type BandChannel } from "../../params.js";
import type { Band } from "../bands/band.js";
import type { EqEditor } from "../bands/eqEditor.js";
import { GRAPH_SPAN } from "./graphScale.js";
import type { ResponseCurves } from "./responseCurves.js";

/** How the ways of parts of the signal are told apart: by colour and by dashes. */
export const CHANNEL_LINES: Readonly<Record<Exclude<BandChannel, "stereo">, { readonly color: PaletteName; readonly dash: readonly number[] }>> = {
  left: { color: "channel-left", dash: [7, 3] },
  right: { color: "channel-right", dash: [3, 3] },
  mid: { color: "channel-mid", dash: [10, 3, 2, 3] },
  side: { color: "channel-side", dash: [2, 4] },
};

/** Opacity of all other curves while one band is listened to. */
const UNHEARD = 0.3;
const HEARD_RADIUS = 4;
/** Where a band does less, its own curve would only draw over the line of 0 dB. */
const LEAST_DB = 0.04;

/** Draws what dynamics do, the curves of bands that one looks at, and the response of all, the most important last. */
export function drawCurves(drawing: Drawing, curves: ResponseCurves, editor: EqEditor, rangeDb: number): void {
  const { palette } = drawing;
  const { model, selection, listening } = editor;
  const { selected, pointed } = selection.state();
  const heard = listening.band();
  for (const number of EQ_BANDS) {
    const band = model.band(number);
    const isPointed = number === (heard ?? pointed);
    if (curves.dynamicsDb(number) !== 0) {
      drawResponseRange(drawing, curves.band(number), curves.liveBand(number), { rangeDb, color: palette[band.hue], fill: 0.3 });
    }
    if (isPointed || selected.includes(number)) drawBand(drawing, curves, band, model.valuesOf(number).enabled, isPointed, rangeDb);
  }
  const line = heard === undefined ? 1 : UNHEARD;
  for (const channel of curves.channels) {
    const { color, dash } = CHANNEL_LINES[channel as keyof typeof CHANNEL_LINES];
    drawResponse(drawing, curves.sum(channel, true), { rangeDb, color: palette[color], lineWidth: 1.75, line, dash });
  }
  // What is set stays visible under what moves.
  if (curves.isMoving) drawResponse(drawing, curves.sum("stereo", false), { rangeDb, color: palette.curve, lineWidth: 1, line: 0.4 * line });
  drawResponse(drawing, curves.sum("stereo", true), { rangeDb, color: palette.curve, lineWidth: 2, line });
  for (const number of EQ_BANDS) {
    const { type, gain } = model.valuesOf(number);
    const heardDb = (gain + curves.dynamicsDb(number)) * (model.values.gainScale / 100);
    const isLookedAt = number === pointed || selected.includes(number);
    if (curves.dynamicsDb(number) !== 0 || (isLookedAt && hasGain(type) && heardDb !== gain)) drawHeardGain(drawing, editor, model.band(number), heardDb, rangeDb);
  }
}

function drawBand(drawing: Drawing, curves: ResponseCurves, band: Band, isOn: boolean, isPointed: boolean, rangeDb: number): void {
  const dash = isOn ? {} : { dash: [4, 4] };
  const fill = isOn ? (isPointed ? 0.26 : 0.15) : 0;
  drawResponse(drawing, curves.band(band.number), { rangeDb, color: drawing.palette[band.hue], lineWidth: 1, fill, line: 0.9, leastDb: LEAST_DB, ...dash });
}

/** A dot where dynamics and the gain scale have moved the band's gain to, and its way there. */
function drawHeardGain({ context, width, height, palette }: Drawing, editor: EqEditor, band: Band, heardDb: number, rangeDb: number): void {
  const { frequency, gain } = editor.model.valuesOf(band.number);
  const x = frequencyToX(frequency, width, GRAPH_SPAN);
  const y = gainToY(heardDb, height, rangeDb);
  context.strokeStyle = context.fillStyle = palette[band.hue];
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, gainToY(gain, height, rangeDb));
  context.lineTo(x, y);
  context.stroke();
  context.beginPath();
  context.arc(x, y, HEARD_RADIUS, 0, 2 * Math.PI);
  context.fill();
}
