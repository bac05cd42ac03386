import { headroom } from "@headroom/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [headroom()] });
