import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { languages } from "../../../src/contract/index.ts";
import type { MerchantProfileView } from "../../../src/contract/index.ts";
import { languageNames } from "../../../web/src/index.ts";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction } from "../parts/loading.ts";
import { settingsTextsOf } from "../texts/settings.ts";
import type { SettingsTexts } from "../texts/settings.ts";
import { namePathOf, profileOf, valuesOf } from "./profile-values.ts";
import type { ProfileValues } from "./profile-values.ts";

interface Props {
  readonly view: MerchantProfileView;
  readonly saved: (view: MerchantProfileView) => void;
}

/** The profile as a whole; what the server refuses is said at its place. */
export function ProfileForm({ view, saved }: Props) {
  const { texts, language, ask } = useConsole();
  const words = settingsTextsOf[language];
  const mayChange = useMe().rights.includes("administer");
  const { busy, failure, run } = useAction();
  const [isSaved, setSaved] = useState(false);
  const [form] = Form.useForm<ProfileValues>();
  async function save(values: ProfileValues) {
    setSaved(false);
    const body = profileOf(values);
    const done = await run(async () => {
      const result = await ask((client) => client.setMerchantProfile({ body }));
      if (!result.ok) markAt(result.failure.field, result.failure.sentence, values);
      return result;
    });
    if (done === null) return;
    form.setFieldsValue(valuesOf(done.profile));
    setSaved(true);
    saved(done);
  }
  function markAt(field: string | undefined, sentence: string, values: ProfileValues) {
    const name = namePathOf(field, values);
    if (name === null) return;
    // A path of the form's own names; its type does not know that.
    form.setFields([{ name: name as never, errors: [sentence] }]);
    form.scrollToField(name, { block: "center" });
  }
  return (
    <Form<ProfileValues>
      form={form}
      layout="vertical"
      className="profile"
      requiredMark={false}
      disabled={!mayChange}
      initialValues={valuesOf(view.profile)}
      onValuesChange={() => setSaved(false)}
      onFinish={(values) => void save(values)}
    >
      {!mayChange && <p className="hint">{words.mayNot}</p>}
      <WhoFields words={words} required={texts.required} shopName={view.shopName} />
      <ContactFields words={words} />
      {failure !== null && namePathOf(failure.field, valuesOf(null)) === null && (
        <FailureAlert failure={failure} />
      )}
      <div className="saving">
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.save}
        </Button>
        {isSaved && <Alert type="success" showIcon role="status" title={words.saved} />}
      </div>
    </Form>
  );
}

interface FieldsProps {
  readonly words: SettingsTexts;
}

function WhoFields({
  words,
  required,
  shopName,
}: FieldsProps & { readonly required: string; readonly shopName: string }) {
  const rules = [{ required: true, whitespace: true, message: required }];
  return (
    <>
      <Form.Item label={words.shopName}>
        <span className="ant-form-text">{shopName}</span>
      </Form.Item>
      <Form.Item
        name="registeredName"
        label={words.registeredName}
        extra={words.registeredNameHint}
        rules={rules}
      >
        <Input maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Form.Item name="address" label={words.address} rules={rules}>
        <Input maxLength={300} autoComplete="street-address" />
      </Form.Item>
    </>
  );
}

const hoursExample = {
  "zh-CN": "周一至周五 9:00–18:00",
  "zh-TW": "週一至週五 9:00–18:00",
  en: "Monday to Friday, 9:00–18:00",
};

function ContactFields({ words }: FieldsProps) {
  return (
    <>
      <div className="beside">
        <Form.Item name="phone" label={words.phone} extra={words.contactHint}>
          <Input type="tel" maxLength={60} placeholder="400-820-8820" />
        </Form.Item>
        <Form.Item name="email" label={words.email}>
          <Input inputMode="email" maxLength={254} placeholder="service@shop.example" />
        </Form.Item>
      </div>
      <fieldset>
        <legend>{words.hours}</legend>
        <p className="hint">{words.hoursHint}</p>
        <div className="beside">
          {languages.map((language) => (
            <Form.Item
              key={language}
              name={["hours", language]}
              label={<span lang={language}>{languageNames[language]}</span>}
            >
              <Input lang={language} maxLength={100} placeholder={hoursExample[language]} />
            </Form.Item>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{words.complaints}</legend>
        <p className="hint">{words.complaintsHint}</p>
        <div className="beside">
          <Form.Item name={["complaints", "phone"]} label={words.complaintsPhone}>
            <Input type="tel" maxLength={60} />
          </Form.Item>
          <Form.Item name={["complaints", "email"]} label={words.complaintsEmail}>
            <Input inputMode="email" maxLength={254} />
          </Form.Item>
        </div>
      </fieldset>
      <Form.Item name="website" label={words.website} extra={words.websiteHint}>
        <Input inputMode="url" maxLength={300} placeholder="https://shop.example" />
      </Form.Item>
    </>
  );
}
