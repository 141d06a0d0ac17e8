import { Select } from "antd";
import { languages } from "../../../src/contract/index.ts";
import type { Language } from "../../../src/contract/index.ts";
import { languageNames } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";

interface Props {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

export function LanguageSwitch({ language, choose }: Props) {
  const { texts } = useConsole();
  return (
    <Select
      size="small"
      aria-label={texts.language}
      value={language}
      onChange={choose}
      popupMatchSelectWidth={false}
      options={languages.map((value) => ({ value, label: languageNames[value] }))}
    />
  );
}
