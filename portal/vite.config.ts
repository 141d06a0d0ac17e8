import { defineConfig } from "vite";

// Assets are named by their content and served under this path for a year.
export default defineConfig({
  base: "/portal/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Nothing of ours does anything by being imported but main and the style sheet.
      treeshake: { moduleSideEffects: (id) => /main\.tsx|\.css|\.html/.test(id) },
    },
  },
});
