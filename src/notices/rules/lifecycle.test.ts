import { describe, expect, it } from "vitest";
import {
  afterNoticeCommands,
  initialNoticeStatus,
  nextNoticeStatus,
  noticeTransitions,
} from "./lifecycle.ts";
import type { NoticeStatus } from "./lifecycle.ts";

describe("a notice's ladder", () => {
  it("reaches every status from queued", () => {
    const seen = new Set<NoticeStatus>([initialNoticeStatus]);
    for (const status of seen) {
      for (const next of Object.values(noticeTransitions[status])) seen.add(next);
    }
    expect([...seen].sort()).toEqual(Object.keys(noticeTransitions).sort());
  });

  it("never takes back that something arrived or had nobody to go to", () => {
    expect(nextNoticeStatus("acknowledged", "Bounce")).toBeNull();
    expect(nextNoticeStatus("no_addressee", "Accept")).toBeNull();
    expect(nextNoticeStatus("accepted", "ProveDelivery")).toBe("delivered");
  });

  it("is climbed rung by rung, and a rung that is not there is a fault", () => {
    expect(afterNoticeCommands("queued", ["Accept", "ProveDelivery", "Read"])).toBe("read");
    expect(() => afterNoticeCommands("queued", ["ProveDelivery"])).toThrow("`queued`");
    expect(() => afterNoticeCommands("delivered", ["Accept"])).toThrow("cannot Accept");
  });
});
