import type { Period } from "../../calendar/index.ts";
import type { Fraction } from "../../money/index.ts";
import type { Fact, OrderedFact } from "../model.ts";
import type { Constraint } from "./linear.ts";

/**
 * The cases of a proof. Facts and parameters that are compared with constants are variables; an
 * axis divides what a fact, a parameter, or the order of two variables can be into numbered cells.
 *
 * A proof about two cases at once (growing facts, an attribute, another wish) has two copies of the
 * facts in which they may differ: copy 0 and copy 1.
 */
export type Space = {
  readonly axes: readonly Axis[];
  readonly variables: readonly Variable[];
  /** Constraints between variables that hold in every case: links, lengths of months, growth. */
  readonly couplings: readonly Constraint[];
  /** By variable, all variables that couplings and order axes tie it to, itself included. */
  readonly components: readonly (readonly number[])[];
};

export type Variable = {
  readonly index: number;
  readonly lowest: Fraction;
  readonly highest: Fraction;
  readonly source:
    | { readonly kind: "fact"; readonly fact: OrderedFact; readonly copy: number }
    | { readonly kind: "parameter"; readonly document: string; readonly parameter: string }
    /** How long a period of months lasts in the case. */
    | {
        readonly kind: "mark";
        readonly fact: string;
        readonly period: string;
        readonly length: Period;
      };
  /** Counts whole units; a share is any fraction. */
  readonly whole: boolean;
  /** The default of a parameter. */
  readonly usual: Fraction | null;
};

/** Values from `value` (or above it) pass. For whole variables `above` is false. */
export type Cutting = { readonly value: Fraction; readonly above: boolean };

export type Axis =
  /** Options of a listed fact, `unproven` after them where it can be. */
  | {
      readonly kind: "options";
      readonly fact: Fact;
      readonly copy: number;
      readonly options: readonly string[];
      readonly unproven: boolean;
      readonly cells: number;
    }
  /** Options of a choice parameter. */
  | {
      readonly kind: "choice";
      readonly document: string;
      readonly parameter: string;
      readonly options: readonly string[];
      readonly usual: string;
      readonly cells: number;
    }
  /**
   * The cells between the constants of an ordered fact, `unproven` after them. A count that may
   * not have begun stands before its range then, in a first cell of its own.
   */
  | {
      readonly kind: "values";
      readonly fact: OrderedFact;
      readonly copy: number;
      readonly variable: number;
      readonly cuts: readonly Cutting[];
      readonly unproven: boolean;
      readonly cells: number;
    }
  /** Whether a fact is below, at or above a parameter or a period of months. */
  | {
      readonly kind: "order";
      readonly left: number;
      readonly right: number;
      readonly cells: 3;
    };

export type ValuesAxis = Extract<Axis, { kind: "values" }>;

/** First and last cell, both included. */
export type Range = readonly [first: number, last: number];

/** What a clause asks of one axis: one of these ranges of cells, in order and apart. */
export type Test = { readonly axis: number; readonly ranges: readonly Range[] };

/** Everything that a clause or an assumption asks; null where it can never hold. */
export type Row = readonly Test[];

/** Where a walk stands: per axis the ranges of cells that are left; undefined for all. */
export type Cells = ReadonlyMap<number, readonly Range[]>;
