import { Tag } from "antd";
import { wordOf } from "../../../web/src/index.ts";

const colors: Readonly<Record<string, string>> = {
  settled: "green",
  kept: "green",
  delivered: "green",
  read: "green",
  acknowledged: "green",
  paid: "green",
  completed: "green",
  met: "green",
  attested: "green",
  published: "green",
  chosen: "green",
  refused: "red",
  broken: "red",
  failed: "red",
  bounced: "red",
  reversed: "red",
  gathering: "orange",
  reviewing: "orange",
  uncertain: "orange",
  parked: "orange",
  claimed: "orange",
  ending: "blue",
  settling: "blue",
  sending: "blue",
  running: "blue",
  planned: "blue",
  verified: "blue",
  approved: "blue",
};

interface Props {
  readonly status: string;
  readonly words: Readonly<Record<string, string>>;
}

export function StatusTag({ status, words }: Props) {
  return <Tag color={colors[status] ?? "default"}>{wordOf(words, status)}</Tag>;
}
