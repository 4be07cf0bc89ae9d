import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: "./",
  plugins: [svelte(), svelteTesting()],
  resolve: { alias: { $lib: folder("src/lib"), $routes: folder("src/routes") } },
  // The oldest web view that the window meets is WebKitGTK of the Safari 16 line.
  build: { target: "safari16", chunkSizeWarningLimit: 700 },
  server: { port: 5173, strictPort: true, host: "localhost" },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/tests/setup.ts"],
    include: ["src/**/*.test.ts"],
    // A busy machine takes its time over whole screens; a hang still ends.
    testTimeout: 30_000,
  },
});
