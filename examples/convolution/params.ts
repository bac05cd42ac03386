import { percent } from "@headroom/sdk";

export const roomParams = { mix: percent({ min: 0, max: 100, default: 25 }) };
export type RoomParams = typeof roomParams;
