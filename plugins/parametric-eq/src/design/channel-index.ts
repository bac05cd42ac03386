import { EQ_CHANNELS } from "../params.js";

/** Where each channel stands in `EQ_CHANNELS`: the number that its parameter has. */
export const STEREO = EQ_CHANNELS.indexOf("stereo");
export const LEFT = EQ_CHANNELS.indexOf("left");
export const RIGHT = EQ_CHANNELS.indexOf("right");
export const MID = EQ_CHANNELS.indexOf("mid");
export const SIDE = EQ_CHANNELS.indexOf("side");
