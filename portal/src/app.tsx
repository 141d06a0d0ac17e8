import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Language } from "../../src/contract/index.ts";
import { keepLanguage, keptLanguage, placeWith } from "../../web/src/index.ts";
import type { Failure } from "../../web/src/index.ts";
import { Frame } from "./frame.tsx";
import { pathOf, placeOf } from "./paths.ts";
import { PortalContext, portalFor } from "./reader.ts";

const languageName = "makegood.language";
const usePlace = placeWith({ useState, useEffect, useRef }, pathOf, placeOf);

export function App() {
  const [language, setLanguage] = useState<Language>(() => keptLanguage(languageName));
  const [place, go] = usePlace();
  const portal = useMemo(() => {
    /** Without a session the customer is led to where the order is found. */
    function lost({ code }: Failure) {
      const here = placeOf(location.pathname);
      if (here.page === "start" || here.page === "find") return;
      const { merchant } = here;
      const found = { page: "find", merchant } as const;
      go(code === "session_expired" ? { ...found, ended: "expired" } : found, "replace");
    }
    return portalFor(language, go, lost);
  }, [language, go]);
  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(languageName, language);
  }, [language]);
  return (
    <PortalContext.Provider value={portal}>
      <Frame place={place} language={language} chooseLanguage={setLanguage} />
    </PortalContext.Provider>
  );
}
