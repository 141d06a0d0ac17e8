import { Spin } from "antd";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import type { Language, Me } from "../../src/contract/index.ts";
import { isSignedOut } from "../../web/src/index.ts";
import { MeContext, useConsole } from "./console.ts";
import { SignInPage } from "./pages/sign-in.tsx";

interface Props {
  /** How often the server said that it knows no session. */
  readonly losses: number;
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly children: (signOut: () => void) => ReactNode;
}

type State =
  | { readonly status: "asking" }
  | { readonly status: "out" }
  | { readonly status: "in"; readonly me: Me };

/** The console for whoever is signed in; for anybody else the way in, at the same address. */
export function Session({ losses, language, chooseLanguage, children }: Props) {
  const { ask } = useConsole();
  const [state, setState] = useState<State>({ status: "asking" });
  // Asked again in each language: the merchant's and the person's names stay what they are.
  useEffect(() => {
    let left = false;
    void ask((client) => client.getMe({})).then((result) => {
      if (left) return;
      if (result.ok && result.data.kind === "staff") setState({ status: "in", me: result.data });
      else if (result.ok || isSignedOut(result.failure)) setState({ status: "out" });
    });
    return () => {
      left = true;
    };
  }, [ask]);
  useEffect(() => {
    if (losses > 0) setState({ status: "out" });
  }, [losses]);
  async function signOut() {
    const result = await ask((client) => client.signOut({}));
    if (result.ok) setState({ status: "out" });
  }
  if (state.status === "asking") return <Spin className="first-wait" />;
  if (state.status === "out") {
    const signedIn = (me: Me) => setState({ status: "in", me });
    return <SignInPage language={language} choose={chooseLanguage} signedIn={signedIn} />;
  }
  return <MeContext.Provider value={state.me}>{children(() => void signOut())}</MeContext.Provider>;
}
