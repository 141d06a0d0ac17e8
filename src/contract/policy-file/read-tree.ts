import { type Document, LineCounter, type Node, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Pair, Scalar, YAMLMap, YAMLError } from "yaml";
import type { Position, SyntaxEntry, SyntaxNode, SyntaxScalar } from "../../core/index.ts";
import { depthMax, limitProblem } from "./limits.ts";
import { type FileProblem, type FileProblemCode, type TreeResult } from "./problem.ts";
import { fileProblem, firstOf } from "./problem.ts";

/** A key this long is no name, and would fill the screen in every sentence about it. */
const keyMax = 120;

/**
 * Reads a YAML text into a tree with places. Refused: more than 1 MB, more than 24 levels, a key
 * twice in one map, anchors, aliases and tags, several documents, characters that cannot be seen.
 * Faults are reported together. A byte order mark at the beginning is no part of the text.
 */
export function readTree(file: string): TreeResult {
  const text = file.startsWith("\ufeff") ? file.slice(1) : file;
  const limit = limitProblem(text);
  if (limit !== null) return { ok: false, problems: [limit] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // Keys are compared as they are written, so `1` and `"1"` are one key: see `mapOf`.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const walk = new Walk(lines);
  const tab = document.errors.find(({ code }) => code === "TAB_AS_INDENT");
  // Every other fault of such a file can come from there.
  if (tab) return { ok: false, problems: [yamlProblem(tab, walk)] };
  const problems = document.errors.map((error) => yamlProblem(error, walk));
  if (problems.length > 0) return { ok: false, problems: firstOf(problems) };
  return walk.document(document);
}

function yamlProblem(error: YAMLError, walk: Walk): FileProblem {
  const at = walk.place(error.pos[0]);
  if (error.code === "MULTIPLE_DOCS") return fileProblem("several_documents", at);
  if (error.code === "TAB_AS_INDENT") return fileProblem("tab_indent", at);
  return fileProblem("not_yaml", at, error.message.split("\n", 1)[0]);
}

class Walk {
  readonly problems: FileProblem[] = [];
  private readonly lines: LineCounter;

  constructor(lines: LineCounter) {
    this.lines = lines;
  }

  place(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    // The counter answers 0 for a place in an empty text.
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  document({ contents }: Document.Parsed): TreeResult {
    const start = { line: 1, column: 1 };
    if (contents === null || isNothing(contents))
      return { ok: false, problems: [fileProblem("empty", start)] };
    const tree = this.node(contents, 1, start);
    if (this.problems.length === 0) return { ok: true, tree };
    return { ok: false, problems: firstOf(this.problems) };
  }

  /** `otherwise` is the place of a value that is not written at all. */
  private node(node: Node | null, depth: number, otherwise: Position): SyntaxNode {
    const at = node?.range ? this.place(node.range[0]) : otherwise;
    if (node === null) return emptyScalar(at);
    this.refuseReferences(node, at);
    if (depth > depthMax) {
      this.report("too_deep", at, String(depthMax));
      return emptyScalar(at);
    }
    if (isMap(node)) return { kind: "map", at, entries: this.entries(node, depth, at) };
    if (isSeq(node)) {
      const items = (node.items as (Node | null)[]).map((item) => this.node(item, depth + 1, at));
      return { kind: "list", at, items };
    }
    return isScalar(node) ? scalar(node, at) : emptyScalar(at);
  }

  private entries(map: YAMLMap, depth: number, at: Position): SyntaxEntry[] {
    const seen = new Set<string>();
    return (map.items as Pair<Node, Node | null>[]).flatMap(({ key, value }) => {
      const keyAt = key.range ? this.place(key.range[0]) : at;
      this.refuseReferences(key, keyAt);
      if (!isScalar(key)) {
        this.report("key_not_plain", keyAt);
        return [];
      }
      const name = scalar(key, keyAt).text;
      if (name.length > keyMax) {
        this.report("key_too_long", keyAt, `${name.slice(0, 40)}…`);
        return [];
      }
      if (seen.has(name)) this.report("duplicate_key", keyAt, name);
      seen.add(name);
      return [{ key: name, keyAt, value: this.node(value, depth + 1, keyAt) }];
    });
  }

  private refuseReferences(node: Node, at: Position): void {
    if ("source" in node && !isScalar(node)) this.report("anchor", at, `*${node.source}`);
    if ("anchor" in node && node.anchor) this.report("anchor", at, `&${node.anchor}`);
    if (node.tag) this.report("tag", at, node.tag);
  }

  private report(code: FileProblemCode, at: Position, found = ""): void {
    this.problems.push(fileProblem(code, at, found));
  }
}

/** A document of which nothing is written: `---` alone. */
function isNothing(contents: Node): boolean {
  return isScalar(contents) && contents.value === null && !contents.source;
}

function emptyScalar(at: Position): SyntaxScalar {
  return { kind: "scalar", at, value: null, text: "" };
}

function scalar(node: Scalar, at: Position): SyntaxScalar {
  const { value, source } = node;
  const text = source ?? "";
  if (value === null || typeof value === "number" || typeof value === "boolean") {
    return { kind: "scalar", at, value, text };
  }
  return { kind: "scalar", at, value: text, text };
}
