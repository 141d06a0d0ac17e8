import "./require-node.mjs";

// Imported after the check, so that an old Node gives the sentence and not a syntax error.
const { launch } = await import("./launch.mjs");
const { endWithParent } = await import("./parent.mjs");
endWithParent();
await launch(["start", ...process.argv.slice(2)]);
