import { Input, Select } from "antd";
import { useConsole } from "../console.ts";

interface Props {
  readonly numberLabel: string;
  readonly number: string | undefined;
  readonly status: string | undefined;
  readonly statuses: Readonly<Record<string, string>>;
  readonly change: (number: string | undefined, status: string | undefined) => void;
}

/** What narrows a list; it is a part of the address, so that a filtered list can be passed on. */
export function FilterBar({ numberLabel, number, status, statuses, change }: Props) {
  const { texts } = useConsole();
  const options = Object.entries(statuses).map(([value, label]) => ({ value, label }));
  return (
    <div className="filters">
      <Select
        aria-label={texts.status}
        value={status ?? ""}
        onChange={(value: string) => change(number, value === "" ? undefined : value)}
        options={[{ value: "", label: texts.all }, ...options]}
      />
      <Input.Search
        aria-label={numberLabel}
        placeholder={numberLabel}
        defaultValue={number ?? ""}
        allowClear
        enterButton={texts.search}
        onSearch={(value) => change(value.trim() === "" ? undefined : value.trim(), status)}
      />
    </div>
  );
}
