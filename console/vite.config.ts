import { defineConfig } from "vite";

// Assets are named by their content and served under this path for a year.
export default defineConfig({
  base: "/console/",
  oxc: { jsx: { runtime: "automatic", importSource: "react" } },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    // Staff load it once a release: one file with the whole of the component library.
    chunkSizeWarningLimit: 2000,
  },
});
