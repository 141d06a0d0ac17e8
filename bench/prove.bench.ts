import { prove } from "../src/core/index.ts";
import { decideAll, tableOf } from "./tables.ts";

export const name = "a proof of 50 clauses : deciding one case in each of its cells";
export const unit = "cells";
export const runs = 7;

const table = tableOf(5, 10, 1);
const rounds = 20;

export function baseline(): number {
  for (let round = 0; round < rounds; round += 1) decideAll(table);
  return table.cases.length * rounds;
}

export function subject(): number {
  for (let round = 0; round < rounds; round += 1) {
    if (!prove(table.document).proven) throw new Error("the table is not proven");
  }
  return table.cases.length * rounds;
}
