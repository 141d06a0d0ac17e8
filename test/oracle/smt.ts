import { parse } from "yaml";
import type { OracleClause, OracleDocument, OracleFact, OracleHead } from "./document.ts";
import { readConstant } from "./document.ts";
import { type Rational, readRational } from "./rational.ts";

/**
 * What publication asks of a document, as questions to an SMT solver, written from the
 * specification: each is satisfiable where the document breaks its word. It shares nothing with
 * the proof but the file.
 */
export interface Question {
  /** `one_answer head`, `never_rises head`, `floor head id`, `blind_to attribute head`. */
  readonly name: string;
  readonly assertion: string;
}

export interface Questions {
  readonly declarations: readonly string[];
  readonly questions: readonly Question[];
}

interface Promised {
  readonly time: Record<string, { never_rises?: string[]; never_falls?: string[] }>;
  readonly blindTo: readonly string[];
  readonly answers: readonly string[];
  readonly binds: readonly string[];
  readonly floors: readonly string[];
}

export function readPromised(text: string): Promised {
  const raw = parse(text, { schema: "failsafe" }) as Record<string, never>;
  const promises = (raw["promises"] ?? {}) as Record<string, never>;
  return {
    time: promises["time"] ?? {},
    blindTo: promises["blind_to"] ?? [],
    answers: [raw["answers"] ?? []].flat(),
    binds: [raw["binds"] ?? ["consumer", "business"]].flat(),
    floors: [raw["floors"] ?? []].flat(),
  };
}

export interface Floor {
  readonly document: OracleDocument;
  readonly promised: Promised;
}

export function questionsOf(
  document: OracleDocument,
  promised: Promised,
  floors: readonly Floor[],
): Questions {
  const smt = new Smt([document, ...floors.map((floor) => floor.document)]);
  const questions = [
    ...Object.keys(document.heads).map((head) => smt.oneAnswer(document, head)),
    ...sharing(document).map((heads) => smt.withinBase(document, heads)),
    ...Object.entries(promised.time).flatMap(([head, time]) => [
      ...(time.never_rises === undefined ? [] : [smt.time(document, head, time.never_rises, ">")]),
      ...(time.never_falls === undefined ? [] : [smt.time(document, head, time.never_falls, "<")]),
    ]),
    ...promised.blindTo.flatMap((fact) =>
      Object.keys(document.heads).map((head) => smt.blind(document, head, fact)),
    ),
    ...floors
      .filter((floor) => promised.floors.includes(floor.document.id) && isBound(promised, floor))
      .flatMap((floor) => smt.floor(document, floor.document)),
  ];
  return { declarations: smt.declarations(), questions };
}

function isBound(promised: Promised, floor: Floor): boolean {
  return (
    promised.answers.some((kind) => floor.promised.answers.includes(kind)) &&
    promised.binds.some((audience) => floor.promised.binds.includes(audience))
  );
}

/** Names of the variables of one of two cases: those in `moved` have a second version. */
type Version = (fact: string) => string;
type Wished = Readonly<Record<string, string>>;

class Smt {
  readonly #documents: readonly OracleDocument[];
  readonly #facts: Record<string, OracleFact> = {};
  readonly #marks = new Set<string>();

  constructor(documents: readonly OracleDocument[]) {
    this.#documents = documents;
    for (const { facts, clauses } of documents) {
      Object.assign(this.#facts, facts);
      for (const found of JSON.stringify(clauses).matchAll(/"(\d+mo(?:\+\d+d)?)"/g)) {
        this.#marks.add(found[1]!);
      }
    }
  }

  declarations(): string[] {
    const facts = Object.entries(this.#facts).flatMap(([name, fact]) =>
      ["a", "b"].flatMap((version) => this.#declareFact(`${version}.${name}`, fact)),
    );
    const params = this.#documents.flatMap(({ id, params, facts: known }) =>
      Object.entries(params).flatMap(([name, { choice, range, ...rest }]) => {
        const at = symbol(`p.${id}.${name}`);
        if (choice.length > 0) {
          return [`(declare-const ${at} Int)`, assertion(`(<= 0 ${at} ${choice.length - 1})`)];
        }
        const type = known[(rest as { of?: string }).of ?? ""]?.type ?? typeOf(range[0]!);
        const sort = type === "ratio" ? "Real" : "Int";
        const [low, high] = range.map((text) => numeral(readConstant(text, type, {}), sort));
        return [`(declare-const ${at} ${sort})`, assertion(`(<= ${low} ${at} ${high})`)];
      }),
    );
    const marks = [...this.#marks].flatMap((text) => {
      const at = symbol(`m.${text}`);
      const [low, high] = lengths[text]!;
      return [`(declare-const ${at} Int)`, assertion(`(<= ${low} ${at} ${high})`)];
    });
    return [...facts, ...params, ...marks];
  }

  #declareFact(name: string, fact: OracleFact): string[] {
    const [value, unproven] = [symbol(name), symbol(`u.${name}`)];
    const sort = fact.type === "ratio" ? "Real" : "Int";
    const mayBe = fact.burden === "customer" && !fact.wish;
    const [least, high] =
      fact.range === null
        ? ["0", String(fact.options.length - 1)]
        : fact.range.map((text) => numeral(readConstant(text, fact.type, {}), sort));
    // What has not begun stands one below the range, before every value.
    const low = fact.mayPrecede ? `(- ${least!} 1)` : least!;
    return [
      `(declare-const ${value} ${sort})`,
      `(declare-const ${unproven} Bool)`,
      assertion(`(<= ${low} ${value} ${high})`),
      ...(mayBe ? [] : [assertion(`(not ${unproven})`)]),
    ];
  }

  oneAnswer(document: OracleDocument, head: string): Question {
    const version: Version = (fact) => `a.${fact}`;
    const left = this.#left(document, head, version, {}).map(({ holds }) => holds);
    const wrong = [several(left), ...(document.heads[head]!.maySayNothing ? [] : [none(left)])];
    return { name: `one_answer ${head}`, assertion: and([this.#possible(version), or(wrong)]) };
  }

  withinBase(document: OracleDocument, heads: readonly string[]): Question {
    const version: Version = (fact) => `a.${fact}`;
    const sum = this.#sum(document, heads, version, {});
    return {
      name: `within_base ${heads.join("+")}`,
      assertion: and([this.#possible(version), sum.sound, `(> ${sum.share} 1.0)`]),
    };
  }

  /** What heads on one base give together; they speak where one of them does. */
  #sum(document: OracleDocument, heads: readonly string[], version: Version, wished: Wished) {
    const answers = heads.map((head) => this.#answer(document, head, version, wished));
    const shares = answers.map(({ share }) => share);
    return {
      share: shares.length === 1 ? shares[0]! : `(+ ${shares.join(" ")})`,
      speaks: or(answers.map(({ speaks }) => speaks)),
      sound: and(answers.map(({ sound }) => sound)),
    };
  }

  time(
    document: OracleDocument,
    head: string,
    facts: readonly string[],
    sign: ">" | "<",
  ): Question {
    const [before, after] = [
      (fact: string) => `a.${fact}`,
      (fact: string) => (facts.includes(fact) ? `b.${fact}` : `a.${fact}`),
    ];
    const grown = facts.flatMap((fact) => [
      `(=> (not ${symbol(`u.a.${fact}`)}) (<= ${symbol(`a.${fact}`)} ${symbol(`b.${fact}`)}))`,
      `(= ${symbol(`u.a.${fact}`)} ${symbol(`u.b.${fact}`)})`,
    ]);
    const [one, other] = [before, after].map((version) =>
      this.#answer(document, head, version, {}),
    );
    const kind = sign === ">" ? "never_rises" : "never_falls";
    return {
      name: `${kind} ${head}`,
      assertion: and([
        this.#possible(before),
        this.#possible(after),
        ...grown,
        one!.sound,
        other!.sound,
        `(${sign} ${other!.share} ${one!.share})`,
      ]),
    };
  }

  blind(document: OracleDocument, head: string, fact: string): Question {
    const version: Version = (name) => `a.${name}`;
    const moved: Version = (name) => (name === fact ? `b.${name}` : `a.${name}`);
    const [one, other] = [version, moved].map((each) => this.#answer(document, head, each, {}));
    const differ = `(not (= ${one!.share} ${other!.share}))`;
    const possible = [this.#possible(version), this.#possible(moved)];
    return {
      name: `blind_to ${fact} ${head}`,
      assertion: and([...possible, one!.sound, other!.sound, differ]),
    };
  }

  floor(document: OracleDocument, floor: OracleDocument): Question[] {
    const stated = Object.values(grouped(floor)).flatMap((names) => {
      const head = floor.heads[names[0]!]!;
      const own = headsLike(head, document);
      if (head.direction !== "take") return [this.#pairing(document, own, floor, names, "<")];
      return own.length === 0 ? [] : [this.#pairing(document, own, floor, names, ">")];
    });
    const pay = Object.entries(floor.heads).filter(([, { direction }]) => direction === "pay");
    const others = Object.entries(document.heads).filter(
      ([, head]) => head.direction === "take" && headsLike(head, floor).length === 0,
    );
    return [
      ...stated,
      ...others.flatMap(([own]) =>
        pay.map(([name]) => this.#pairing(document, [own], floor, [name], ">0")),
      ),
    ];
  }

  #pairing(
    document: OracleDocument,
    own: readonly string[],
    floor: OracleDocument,
    names: readonly string[],
    wrong: "<" | ">" | ">0",
  ): Question {
    const version: Version = (fact) => `a.${fact}`;
    const demanded = this.#sum(floor, names, version, {});
    const answers =
      own.length === 0
        ? [{ share: "0.0", sound: "true" }]
        : this.#wishes(document).map((wished) => this.#sum(document, own, version, wished));
    const relations = answers.map(({ share }) =>
      wrong === ">0" ? `(> ${share} 0.0)` : `(${wrong} ${share} ${demanded.share})`,
    );
    const told = (own.length === 0 ? names : own).join("+");
    return {
      name: `floor ${told} ${floor.id}${wrong === ">0" ? " allowed" : ""}`,
      assertion: and([
        this.#possible(version),
        demanded.sound,
        demanded.speaks,
        ...answers.map(({ sound }) => sound),
        ...relations,
      ]),
    };
  }

  #wishes({ facts, clauses }: OracleDocument): Wished[] {
    const read = Object.entries(facts).filter(
      ([name, fact]) => fact.wish && Object.values(clauses).some(({ when }) => name in when),
    );
    return read.reduce<Wished[]>(
      (all, [name, { options }]) =>
        all.flatMap((wished) => options.map((option) => ({ ...wished, [name]: option }))),
      [{}],
    );
  }

  /** Links between facts that are both proven. */
  #possible(version: Version): string {
    const links = Object.entries(this.#facts).flatMap(([name, { atLeast, daysOf }]) => {
      const it = symbol(version(name));
      const proven = (other: string) =>
        and([name, other].map((each) => `(not ${symbol(`u.${version(each)}`)})`));
      return [
        ...(atLeast === null
          ? []
          : [`(=> ${proven(atLeast)} (>= ${it} ${symbol(version(atLeast))}))`]),
        // A day count beyond k means more than k times 24 hours.
        ...(daysOf === null
          ? []
          : [`(=> (> ${it} 0) (> ${symbol(version(daysOf))} (* 86400 (- ${it} 1))))`]),
      ];
    });
    return and(links);
  }

  /** The clauses of a head that hold and that no other clause of the head overrides. */
  #left(document: OracleDocument, head: string, version: Version, wished: Wished) {
    const giving = Object.entries(document.clauses).filter(([, { give }]) => head in give);
    const holds = new Map(
      giving.map(([name, clause]) => [name, this.#holds(document, clause, version, wished)]),
    );
    return giving.map(([name, clause]) => {
      const over = giving.filter(([, other]) => other.over.includes(name));
      const others = over.map(([other]) => `(not ${holds.get(other)!})`);
      const share = this.#share(document, head, clause.give[head], version);
      return { holds: and([holds.get(name)!, ...others]), share };
    });
  }

  #answer(document: OracleDocument, head: string, version: Version, wished: Wished) {
    const left = this.#left(document, head, version, wished);
    const holding = left.map(({ holds }) => holds);
    const speaks = or(holding);
    const sound = [`(not ${several(holding)})`];
    if (!document.heads[head]!.maySayNothing) sound.push(speaks);
    const share = left.reduceRight(
      (rest, each) => `(ite ${each.holds} ${each.share} ${rest})`,
      "0.0",
    );
    return { share, speaks, sound: and(sound) };
  }

  #share(document: OracleDocument, head: string, amount: unknown, version: Version): string {
    const max = numeral(document.heads[head]!.max, "Real");
    if (typeof amount === "string") return numeral(readRational(amount), "Real");
    const form = amount as Record<string, string>;
    const rate = numeral(readRational(form["rate"]!), "Real");
    const fact = symbol(version((form["less"] ?? form["unused"] ?? form["part"])!));
    const raw =
      form["less"] !== undefined
        ? `(- ${rate} ${fact})`
        : form["unused"] !== undefined
          ? `(* ${rate} (- 1.0 ${fact}))`
          : `(* ${rate} ${fact})`;
    return `(ite (< ${raw} 0.0) 0.0 (ite (> ${raw} ${max}) ${max} ${raw}))`;
  }

  #holds(
    document: OracleDocument,
    { when }: OracleClause,
    version: Version,
    wished: Wished,
  ): string {
    return and(
      Object.entries(when).map(([name, asked]) => {
        const choice = document.params[name]?.choice ?? [];
        if (choice.length > 0) return oneOf(symbol(`p.${document.id}.${name}`), choice, asked);
        const fact = document.facts[name]!;
        const wish = wished[name];
        if (wish !== undefined) return String([asked].flat().includes(wish));
        return this.#meets(document, name, fact, asked, version(name));
      }),
    );
  }

  #meets(
    document: OracleDocument,
    name: string,
    fact: OracleFact,
    asked: unknown,
    at: string,
  ): string {
    const [value, unproven] = [symbol(at), symbol(`u.${at}`)];
    if (asked === "before_start" && fact.mayPrecede) return `(< ${value} ${this.#least(fact)})`;
    if (typeof asked === "string" || Array.isArray(asked)) {
      const words = [asked].flat() as string[];
      const proven = and([`(not ${unproven})`, oneOf(value, fact.options, words)]);
      return words.includes("unproven") ? or([unproven, proven]) : proven;
    }
    const bounds = Object.entries(asked as Record<string, string>).map(([operator, text]) => {
      const sign = { at_most: "<=", more_than: ">", less_than: "<", at_least: ">=" }[operator]!;
      return `(${sign} ${value} ${this.#operand(document, fact, text)})`;
    });
    void name;
    return and([`(not ${unproven})`, ...bounds]);
  }

  #least({ range, type }: OracleFact): string {
    return numeral(readConstant(range![0], type, {}), type === "ratio" ? "Real" : "Int");
  }

  #operand(document: OracleDocument, fact: OracleFact, text: string): string {
    if (text.startsWith("$")) return symbol(`p.${document.id}.${text.slice(1)}`);
    if (text.includes("mo")) return symbol(`m.${text}`);
    const sort = fact.type === "ratio" ? "Real" : "Int";
    return numeral(readConstant(text, fact.type, {}), sort);
  }
}

/** The periods of the shipped documents, and how many days they can last. */
const lengths: Readonly<Record<string, readonly [number, number]>> = {
  "12mo+14d": [379, 380],
  "2mo": [59, 62],
};

function typeOf(text: string): OracleFact["type"] {
  if (/^\d+d$/.test(text)) return "days";
  return text.endsWith("%") ? "ratio" : "count";
}

function headsLike(head: OracleHead, { heads }: OracleDocument): string[] {
  return Object.keys(heads).filter((name) => heads[name]!.identity === head.identity);
}

/** Names of heads by what they are called across documents. */
function grouped({ heads }: OracleDocument): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const [name, { identity }] of Object.entries(heads)) (groups[identity] ??= []).push(name);
  return groups;
}

/** Heads that pay, or take, on one base. */
function sharing(document: OracleDocument): string[][] {
  return Object.values(grouped(document)).filter((names) => names.length > 1);
}

const symbol = (name: string) => `|${name}|`;
const assertion = (text: string) => `(assert ${text})`;
const and = (parts: readonly string[]) =>
  parts.length === 0 ? "true" : `(and ${parts.join(" ")})`;
const or = (parts: readonly string[]) => (parts.length === 0 ? "false" : `(or ${parts.join(" ")})`);
const none = (parts: readonly string[]) => `(not ${or(parts)})`;

/** At least two of them. */
function several(parts: readonly string[]): string {
  const pairs = parts.flatMap((one, index) =>
    parts.slice(index + 1).map((other) => and([one, other])),
  );
  return or(pairs);
}

function oneOf(at: string, options: readonly string[], asked: unknown): string {
  const words = [asked].flat() as string[];
  return or(
    options.flatMap((option, index) => (words.includes(option) ? [`(= ${at} ${index})`] : [])),
  );
}

function numeral({ n, d }: Rational, sort: "Int" | "Real"): string {
  const sign = n < 0n ? "-" : "";
  const size = n < 0n ? -n : n;
  const text = sort === "Int" ? `${size / d}` : `(/ ${size}.0 ${d}.0)`;
  return sign === "" ? text : `(- ${text})`;
}
