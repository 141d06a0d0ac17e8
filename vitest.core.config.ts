import { defineConfig } from "vitest/config";

// What mutation testing runs against each mutant: the tests of core and the golden files that its
// texts and comparisons are judged by, one project, no servers.
export default defineConfig({
  test: {
    include: [
      "src/core/**/*.test.ts",
      "policies/{terms,diffs,vectors}.test.ts",
      "src/claims/letters/*.test.ts",
    ],
    // Comparing whole proofs with a naive reading takes too long to be done for every mutant.
    exclude: ["**/*.pg.test.ts", "**/naive*.test.ts"],
    setupFiles: ["vitest.core.setup.ts"],
    // The modules of core keep nothing but memories of what they computed: they may be shared.
    isolate: false,
    testTimeout: 60_000,
  },
});
