import "./require-node.mjs";

// Imported after the check, so that an old Node gives the sentence and not a syntax error.
const { launch } = await import("./launch.mjs");
const { endWithParents } = await import("./parents.mjs");
endWithParents();
await launch(["start", ...process.argv.slice(2)]);
