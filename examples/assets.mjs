// Makes the files that examples carry: `npm run assets`. A test compares what is committed.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { roomWav } from "./convolution/room.mjs";
import { compileKernel } from "./wasm-kernel/compile-kernel.mjs";

writeFileSync(path.join(import.meta.dirname, "convolution/room.wav"), roomWav());
writeFileSync(path.join(import.meta.dirname, "wasm-kernel/shaper.wasm"), await compileKernel());
