import { useEffect, useMemo, useState } from "preact/hooks";
import type { Language } from "../../src/contract/index.ts";
import { keepLanguage, keptLanguage } from "./language.ts";
import { LanguageSwitch } from "./parts/language-switch.tsx";
import { pathOf, placeOf } from "./paths.ts";
import type { Place } from "./paths.ts";
import { PortalContext, portalFor } from "./reader.ts";
import { pageAt } from "./routes.tsx";

export function App() {
  const [language, setLanguage] = useState<Language>(keptLanguage);
  const [place, go] = usePlace();
  const portal = useMemo(() => portalFor(language, go), [language, go]);
  const { texts } = portal;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.title;
    keepLanguage(language);
  }, [language, texts]);
  return (
    <PortalContext.Provider value={portal}>
      <a class="skip" href="#main">
        {texts.skip}
      </a>
      <header>
        <strong>{texts.title}</strong>
        <LanguageSwitch language={language} choose={setLanguage} />
      </header>
      <main id="main">{pageAt(place)}</main>
    </PortalContext.Provider>
  );
}

/** The place of the address, and the way to another one that the back button undoes. */
function usePlace(): [Place, (place: Place) => void] {
  const [place, setPlace] = useState(() => placeOf(location.pathname));
  useEffect(() => {
    const follow = () => setPlace(placeOf(location.pathname));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = useMemo(
    () => (next: Place) => {
      history.pushState(null, "", pathOf(next));
      setPlace(next);
      scrollTo(0, 0);
    },
    [],
  );
  return [place, go];
}
