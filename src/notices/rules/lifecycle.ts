/** A notice's ladder; a person without an address is a state, not a failure. */
export type NoticeStatus =
  | "queued"
  | "accepted"
  | "delivered"
  | "bounced"
  | "unknown"
  | "read"
  | "acknowledged"
  | "no_addressee";

export type NoticeCommand =
  "Accept" | "ProveDelivery" | "Bounce" | "LoseTrack" | "Read" | "Acknowledge" | "FindNoAddress";

type Transitions = Readonly<
  Record<NoticeStatus, Readonly<Partial<Record<NoticeCommand, NoticeStatus>>>>
>;

const arrived = { Read: "read", Acknowledge: "acknowledged" } as const;

export const noticeTransitions: Transitions = {
  queued: { Accept: "accepted", FindNoAddress: "no_addressee", Bounce: "bounced" },
  accepted: { ProveDelivery: "delivered", Bounce: "bounced", LoseTrack: "unknown", ...arrived },
  unknown: { ProveDelivery: "delivered", Bounce: "bounced", ...arrived },
  delivered: { Bounce: "bounced", ...arrived },
  read: { Acknowledge: "acknowledged" },
  bounced: {},
  acknowledged: {},
  no_addressee: {},
};

export const initialNoticeStatus: NoticeStatus = "queued";

/** The state after the command; null where the ladder does not go there. */
export function nextNoticeStatus(
  status: NoticeStatus,
  command: NoticeCommand,
): NoticeStatus | null {
  return noticeTransitions[status][command] ?? null;
}

/**
 * The state after commands that were carried out in turn.
 * @throws Error where the ladder does not go there: that is a fault of the flow.
 */
export function afterNoticeCommands(
  status: NoticeStatus,
  commands: readonly NoticeCommand[],
): NoticeStatus {
  return commands.reduce((at, command) => {
    const next = nextNoticeStatus(at, command);
    if (next === null) throw new Error(`a notice that is \`${at}\` cannot ${command}`);
    return next;
  }, status);
}
