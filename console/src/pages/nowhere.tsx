import { useConsole } from "../console.ts";
import { NotFound } from "../parts/not-found.tsx";

/** An address of the console that nothing stands at. */
export function NowherePage() {
  const { texts } = useConsole();
  return <NotFound sentence={texts.noPage} back="claims" />;
}
