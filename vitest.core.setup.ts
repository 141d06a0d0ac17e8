import { configureGlobal } from "fast-check";

// A mutant is dead at the first counterexample, which nobody reads, so none is made smaller. Thirty
// random cases for each of thousands of mutants; the full number runs with `npm test`.
configureGlobal({ endOnFailure: true, numRuns: 30 });
