import { definePlugin } from "@headroom/sdk";
import { roomParams } from "./params.js";
import { RoomProcessor } from "./processor.js";

/** A small room, by convolution with a file that is part of the plugin. */
export default definePlugin({
  id: "com.acme.room",
  name: "Room",
  vendor: "Acme",
  version: "1.0.0",
  features: ["reverb"],
  io: { main: ["stereo", "mono"] },
  params: roomParams,
  processor: (context) => new RoomProcessor(context),
});
