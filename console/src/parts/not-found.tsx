import { Empty } from "antd";
import { useConsole } from "../console.ts";
import type { ListPlace } from "../paths.ts";
import { Link } from "./link.tsx";

interface Props {
  readonly sentence: string;
  /** Where to look for what was meant. */
  readonly back: ListPlace["page"];
}

export function NotFound({ sentence, back }: Props) {
  const { texts } = useConsole();
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<h1>{sentence}</h1>}>
      <Link to={{ page: back }}>‹ {texts[back]}</Link>
    </Empty>
  );
}
