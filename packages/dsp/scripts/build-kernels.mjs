import { writeFileSync } from "node:fs";
import { compileKernels, KERNEL_MODULE } from "./compile-kernels.mjs";

writeFileSync(KERNEL_MODULE, await compileKernels());
