import { Button } from "antd";
import { useConsole } from "../console.ts";
import { reportTextsOf } from "../texts/reports.ts";

interface Props {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly html: string;
}

/** A report as a page that stands by itself, for whoever is not in the console. */
export function SavePage({ name, html }: Props) {
  const words = reportTextsOf[useConsole().language];
  function save() {
    const address = URL.createObjectURL(new Blob([html], { type: "text/html" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${name}.html`;
    link.click();
    URL.revokeObjectURL(address);
  }
  return (
    <Button size="small" onClick={save}>
      {words.savePage}
    </Button>
  );
}
