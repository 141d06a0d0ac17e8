import { Input, Select } from "antd";
import { useConsole } from "../console.ts";
import type { ListPlace } from "../paths.ts";

type Filter = Pick<ListPlace, "number" | "status">;

interface Props {
  readonly numberLabel: string;
  readonly place: Filter;
  readonly statuses: Readonly<Record<string, string>>;
  readonly change: (filter: Filter) => void;
}

/** What narrows a list; it is a part of the address, so that a filtered list can be passed on. */
export function FilterBar({ numberLabel, place, statuses, change }: Props) {
  const { texts } = useConsole();
  const options = Object.entries(statuses).map(([value, label]) => ({ value, label }));
  const given = (name: keyof Filter, value: string | undefined) => {
    const text = value?.trim() ?? "";
    return text === "" ? {} : { [name]: text };
  };
  return (
    <div className="filters">
      <Select
        aria-label={texts.status}
        value={place.status ?? ""}
        onChange={(value: string) =>
          change({ ...given("number", place.number), ...given("status", value) })
        }
        options={[{ value: "", label: texts.allStatuses }, ...options]}
      />
      <Input.Search
        aria-label={numberLabel}
        placeholder={numberLabel}
        defaultValue={place.number ?? ""}
        allowClear
        enterButton={texts.search}
        onSearch={(value) =>
          change({ ...given("number", value), ...given("status", place.status) })
        }
      />
    </div>
  );
}
