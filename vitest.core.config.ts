import { defineConfig } from "vitest/config";

// What mutation testing runs against each mutant: the tests of core alone, one project, no servers.
export default defineConfig({
  test: {
    include: ["src/core/**/*.test.ts"],
    exclude: ["**/*.pg.test.ts"],
    setupFiles: ["vitest.core.setup.ts"],
    // The modules of core keep nothing but memories of what they computed: they may be shared.
    isolate: false,
    testTimeout: 30_000,
  },
});
