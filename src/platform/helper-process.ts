import { serveHelper } from "./helper.ts";

/** The whole of a helper's process: the module that does the work comes as its argument. */
const { work } = (await import(process.argv[2] ?? "")) as {
  readonly work: (task: never) => unknown;
};
serveHelper(work);
