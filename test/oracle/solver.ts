import { init } from "z3-solver";
import type { Questions } from "./smt.ts";

export interface Solver {
  /** Names of the questions that have an answer: what the document breaks. */
  broken(questions: Questions): Promise<string[]>;
  close(): void;
}

/** What is used of the solver's interface in C; its own types leave half of it out. */
interface LowLevel {
  mk_config(): unknown;
  mk_context(config: unknown): unknown;
  mk_solver(context: unknown): unknown;
  solver_inc_ref(context: unknown, solver: unknown): void;
  solver_reset(context: unknown, solver: unknown): void;
  solver_assert(context: unknown, solver: unknown, formula: unknown): void;
  solver_check(context: unknown, solver: unknown): Promise<number>;
  parse_smtlib2_string(
    context: unknown,
    text: string,
    ...none: [never[], never[], never[], never[]]
  ): unknown;
  ast_vector_inc_ref(context: unknown, vector: unknown): void;
  ast_vector_dec_ref(context: unknown, vector: unknown): void;
  ast_vector_size(context: unknown, vector: unknown): number;
  ast_vector_get(context: unknown, vector: unknown, index: number): unknown;
}

/**
 * Texts go in by the call that returns at once: those that run in a thread read a text that is no
 * longer there.
 */
export async function openSolver(): Promise<Solver> {
  const { Z3, em } = (await init()) as unknown as {
    Z3: LowLevel;
    em: { PThread: { terminateAllThreads(): void } };
  };
  const context = Z3.mk_context(Z3.mk_config());
  const solver = Z3.mk_solver(context);
  Z3.solver_inc_ref(context, solver);
  const isBroken = async (text: string): Promise<boolean> => {
    const formulas = Z3.parse_smtlib2_string(context, text, [], [], [], []);
    Z3.ast_vector_inc_ref(context, formulas);
    Z3.solver_reset(context, solver);
    const count = Z3.ast_vector_size(context, formulas);
    for (let index = 0; index < count; index += 1) {
      Z3.solver_assert(context, solver, Z3.ast_vector_get(context, formulas, index));
    }
    Z3.ast_vector_dec_ref(context, formulas);
    const answer = await Z3.solver_check(context, solver);
    if (answer === 0 || count === 0) throw new Error("the solver does not know");
    return answer > 0;
  };
  return {
    async broken({ declarations, questions }) {
      const broken: string[] = [];
      for (const { name, assertion } of questions) {
        const named = new Set(assertion.match(symbols));
        const used = declarations.filter((line) =>
          line.match(symbols)?.every((at) => named.has(at)),
        );
        if (await isBroken([...used, `(assert ${assertion})`].join("\n"))) broken.push(name);
      }
      return broken;
    },
    close: () => em.PThread.terminateAllThreads(),
  };
}

const symbols = /\|[^|]+\|/g;
