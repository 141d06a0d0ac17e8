/** Texts that are no sound policy, by what is wrong with each: what tests of the readers share. */
const head = `makegood: policy/1
id: bad
version: 1
heads: {pay: {pay: order.prepaid}}
clauses:
`;
const clause = "  a: {give: {pay: 100%}}\n";
const when = (condition: string) => `${head}  a: {when: {${condition}}, give: {pay: 100%}}\n`;

export const bad: Readonly<Record<string, string>> = {
  "an unknown fact": when("since_singing: {at_most: 72h}"),
  "a unit of another type": when("since_signing: {at_most: 7bd}"),
  "hours where days are counted": when("day_payment: {at_most: 72h}"),
  "a constant out of the fact's range": when("used_share: {at_most: 101%}"),
  "overrides in a circle": `${head}  a: {over: b, give: {pay: 100%}}
  b: {over: a, give: {pay: 50%}}\n`,
  "a clause over itself": `${head}  a: {over: a, give: {pay: 100%}}\n`,
  "a key twice": `${head}${clause}  a: {give: {pay: 50%}}\n`,
  "a head twice as a grant": `${head}${clause}`.replace(
    "{pay: {pay: order.prepaid}}",
    "{pay: {grant: points, of: order.prepaid}, too: {grant: points, of: order.prepaid}}",
  ),
  "a bomb of aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
  "a merged map": "base: &b {x: 1}\na:\n  <<: *b\n",
  "ten megabytes in one line": "x".repeat(10_000_000),
  "ten megabytes in short lines": "k: v\n".repeat(2_000_000),
  "one byte more than a megabyte": `#${"x".repeat(1_000_000)}`,
  "brackets nested too deep": `a: ${"[".repeat(30)}${"]".repeat(30)}\n`,
  "a name that is too long": `${head}  ${"k".repeat(100)}: {give: {pay: 100%}}\n`,
  "a very long key": `${"k".repeat(500)}: 1\n`,
  "a key beyond what YAML reads": `${"k".repeat(2000)}: 1\n`,
  "a character of nothing": "makegood: policy/1\nid: a\u0000b\n",
  "a bell": "makegood: policy/1\nid: \u0007x\n",
  "a mark that turns the writing": "makegood: policy/1\nid: x # \u202e\n",
  "a byte order mark in the middle": "makegood: policy/1\n\ufeffid: x\n",
  "a byte order mark before a fault": `\ufeff${head}  a: {giv: {pay: 100%}}\n`,
  "a file that is no UTF-8": "makegood: policy/1\nid: \ufffd\n",
  "half a character": "makegood: policy/1\nid: \ud800x\n",
  "ends of lines of another age": `${head}${clause}`.replaceAll("\n", "\r"),
  "a fault among lines of Windows": `${head}  a: {give: {pai: 100%}}\n`.replaceAll("\n", "\r\n"),
  "tabs for indentation": `${head}\ta: {give: {pay: 100%}}\n`,
  "a number beyond all": when("since_signing: {at_most: 99999999999999999999h}"),
  "a number with an exponent": `${head}  a: {give: {pay: 1e400}}\n`,
  "less than nothing": `${head}  a: {give: {pay: -5%}}\n`,
  "more than everything": `${head}  a: {give: {pay: 101%}}\n`,
  "no number": `${head}  a: {give: {pay: .nan}}\n`,
  "a version in parts": `${head.replace("version: 1", "version: 1.5")}${clause}`,
  "a version beyond all": `${head.replace("version: 1", "version: 99999999999")}${clause}`,
  "a list at the root": "- a\n- b\n",
  "a word at the root": "hello\n",
  "a number at the root": "42\n",
  "null at the root": "null\n",
  "an empty file": "",
  "blank lines": "  \n\n",
  "a comment": "# later\n",
  "a document of nothing": "---\n",
  "two documents": `${head}${clause}---\na: 1\n`,
  "a tag": "makegood: !!js/function 'x'\n",
  "a name of the machine": `${head}  __proto__: {give: {pay: 100%}}\n`,
  "a fact of the machine": when("constructor: yes"),
  "another kind of file": "makegood: policy/2\n",
};
