import { Alert, Button } from "antd";
import type { Failure } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";

interface Props {
  readonly failure: Failure | null;
  readonly retry?: () => void;
}

/** Why something did not work, in the problem's own sentence. */
export function FailureAlert({ failure, retry }: Props) {
  const { texts } = useConsole();
  if (failure === null) return null;
  const action =
    retry === undefined ? null : (
      <Button size="small" onClick={retry}>
        {texts.retry}
      </Button>
    );
  return (
    <Alert
      className="failure"
      type="error"
      showIcon
      role="alert"
      title={failure.sentence}
      action={action}
    />
  );
}
