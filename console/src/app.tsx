import { App as Messages, ConfigProvider } from "antd";
import enUs from "antd/locale/en_US";
import zhCn from "antd/locale/zh_CN";
import zhTw from "antd/locale/zh_TW";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Language } from "../../src/contract/index.ts";
import { keepLanguage, keptLanguage, placeWith } from "../../web/src/index.ts";
import { ConsoleContext, consoleFor } from "./console.ts";
import { Frame } from "./frame.tsx";
import { pathOf, placeOf } from "./paths.ts";
import { Session } from "./session.tsx";

const locales = { "zh-CN": zhCn, "zh-TW": zhTw, en: enUs };
const theme = { token: { colorPrimary: "#0f6b58", colorLink: "#0f6b58", borderRadius: 4 } };
// The library would put a space between two Chinese characters.
const button = { autoInsertSpace: false };

const languageName = "makegood.console.language";
const usePlace = placeWith({ useState, useEffect, useRef }, pathOf, placeOf);

export function App() {
  const [language, setLanguage] = useState<Language>(() => keptLanguage(languageName));
  const [place, go] = usePlace();
  const [losses, setLosses] = useState(0);
  const lost = useCallback(() => setLosses((before) => before + 1), []);
  const context = useMemo(() => consoleFor(language, go, lost), [language, go, lost]);
  const { texts } = context;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.title;
    keepLanguage(languageName, language);
  }, [language, texts]);
  return (
    <ConfigProvider locale={locales[language]} theme={theme} button={button}>
      <Messages>
        <ConsoleContext.Provider value={context}>
          <Session losses={losses} language={language} chooseLanguage={setLanguage}>
            {(signOut) => (
              <Frame
                place={place}
                language={language}
                chooseLanguage={setLanguage}
                signOut={signOut}
              />
            )}
          </Session>
        </ConsoleContext.Provider>
      </Messages>
    </ConfigProvider>
  );
}
