import { Button, Card, Form, Input } from "antd";
import type { Language, Me } from "../../../src/contract/index.ts";
import { useConsole } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { LanguageSwitch } from "../parts/language-switch.tsx";
import { useAction } from "../parts/loading.ts";

interface Props {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  readonly signedIn: (me: Me) => void;
}

interface Given {
  readonly signInName: string;
  readonly password: string;
}

export function SignInPage({ language, choose, signedIn }: Props) {
  const { texts, ask } = useConsole();
  const { busy, failure, run } = useAction();
  const rules = [{ required: true, message: texts.required }];
  async function signIn(body: Given) {
    const me = await run(() => ask((client) => client.signIn({ body })));
    if (me !== null) signedIn(me);
  }
  return (
    <main className="sign-in">
      <Card
        title={<h1>{texts.title}</h1>}
        extra={<LanguageSwitch language={language} choose={choose} />}
      >
        <Form<Given>
          layout="vertical"
          requiredMark={false}
          onFinish={(given) => void signIn(given)}
        >
          <Form.Item name="signInName" label={texts.signInName} rules={rules}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={texts.password} rules={rules}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <FailureAlert failure={failure} />
          <Button type="primary" htmlType="submit" loading={busy} block>
            {texts.signIn}
          </Button>
        </Form>
      </Card>
    </main>
  );
}
