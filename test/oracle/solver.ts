import { init } from "z3-solver";
import type { Questions } from "./smt.ts";

export interface Solver {
  /** Names of the questions that have an answer: what the document breaks. */
  broken(questions: Questions): Promise<string[]>;
  close(): void;
}

export async function openSolver(): Promise<Solver> {
  const { Z3, em } = (await init()) as unknown as {
    Z3: {
      mk_config(): unknown;
      mk_context(config: unknown): unknown;
      eval_smtlib2_string(context: unknown, text: string): Promise<string>;
    };
    em: { PThread: { terminateAllThreads(): void } };
  };
  const context = Z3.mk_context(Z3.mk_config());
  return {
    // One question at a time: the solver copies a text to its stack, which is small.
    async broken({ declarations, questions }) {
      await Z3.eval_smtlib2_string(context, "(reset)");
      await Z3.eval_smtlib2_string(context, declarations.join("\n"));
      const broken: string[] = [];
      for (const { name, assertion } of questions) {
        const text = `(push)\n(assert ${assertion})\n(check-sat)\n(pop)`;
        const answer = (await Z3.eval_smtlib2_string(context, text)).trim();
        if (answer !== "sat" && answer !== "unsat") throw new Error(`the solver said ${answer}`);
        if (answer === "sat") broken.push(name);
      }
      return broken;
    },
    close: () => em.PThread.terminateAllThreads(),
  };
}
