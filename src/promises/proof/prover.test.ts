import { expect, it } from "vitest";
import { isRefusal } from "../../contract/index.ts";
import { shippedPolicies } from "../shipped.ts";
import { proveApart } from "./prover.ts";
import { type ProofRecord, type ProofTask, recordOf } from "./record.ts";

const { words, files } = shippedPolicies();

function taskOf(id: string, change: (text: string) => string = (text) => text): ProofTask {
  const of = (name: string) => files.find(({ document }) => document.id === name)!.text;
  const floors = ["cn-promise", "cn-prepaid-2025"].map((name) => {
    return { text: of(name), catalogueText: words.text, binds: true };
  });
  return { text: change(of(id)), catalogueText: words.text, floors };
}

async function proven(task: ProofTask): Promise<ProofRecord> {
  const record = await proveApart(task);
  if (isRefusal(record)) throw new Error(record.code);
  return record;
}

it("proves in another process what it proves here, word for word", async () => {
  const task = taskOf("red-packet");
  const record = await proven(task);
  expect(record).toEqual(recordOf(task));
  expect(record).toMatchObject({ document: "red-packet@2", proven: true, findings: [] });
  expect(record.floors.map(({ policyId }) => policyId).sort()).toEqual([
    "cn-prepaid-2025",
    "cn-promise",
  ]);
});

it("keeps this process free meanwhile", async () => {
  const proof = proveApart(taskOf("package-cancel-consumer"));
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 1);
  await proof;
  clearInterval(turn);
  expect(turns).toBeGreaterThan(10);
});

it("is asked once for the same text against the same floors", async () => {
  const first = proveApart(taskOf("red-packet"));
  expect(proveApart(taskOf("red-packet"))).toBe(first);
  await first;
});

it("tells a finding at its place, in each language", async () => {
  const record = await proven(taskOf("red-packet", (text) => text.replace("7d", "6d")));
  expect(record.proven).toBe(false);
  const [finding] = record.findings;
  expect(finding?.kind).toBe("gap");
  expect(finding?.line).toBeGreaterThan(10);
  expect(finding?.say.en).toMatch(/no clause/);
  expect(finding?.say["zh-CN"]).not.toBe(finding?.say["zh-TW"]);
});

it("proves nothing of texts in which two cases read the same", async () => {
  const task = taskOf("red-packet");
  const [gift, paid] = ["en: the packet was a gift", "en: you paid for the packet"];
  const record = await proven({
    ...task,
    catalogueText: task.catalogueText.replace(gift, paid),
  });
  expect(record.proven).toBe(false);
  expect(new Set(record.findings.map(({ kind }) => kind))).toEqual(new Set(["same_text"]));
  expect(record.findings[0]?.say.en).toMatch(/\S/);
});

it("gives a text with faults back to who asked, and goes on", async () => {
  const bad = { ...taskOf("red-packet"), text: "makegood: policy/1\n" };
  await expect(proveApart(bad)).rejects.toThrow(/faults/);
  await expect(proveApart(taskOf("red-packet"))).resolves.toMatchObject({ proven: true });
});
