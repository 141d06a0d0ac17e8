import { languages } from "../../../src/contract/index.ts";
import type { Language } from "../../../src/contract/index.ts";
import { languageNamed, languageNames } from "../../../web/src/index.ts";
import { usePortal } from "../reader.ts";

interface Props {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

export function LanguageSwitch({ language, choose }: Props) {
  const { texts } = usePortal();
  return (
    <select
      aria-label={texts.language}
      value={language}
      onChange={(event) => {
        const chosen = languageNamed(event.currentTarget.value);
        if (chosen !== undefined) choose(chosen);
      }}
    >
      {languages.map((name) => (
        <option key={name} value={name} lang={name}>
          {languageNames[name]}
        </option>
      ))}
    </select>
  );
}
