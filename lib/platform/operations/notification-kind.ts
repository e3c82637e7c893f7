import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Sql } from "@/lib/platform/db/sql";
import type { Sentence } from "@/lib/platform/language/msg";
import type { NoticePermission } from "./notice-permission";
import type { Context } from "./operation";

/** What is shown of every notification's record; each kind uses its own part. */
export const notificationColumns = {
  id: true,
  accountId: true,
  kind: true,
  times: true,
  createdAt: true,
  readAt: true,
  account: { select: { name: true } },
  ticket: { select: { id: true, number: true, subject: true } },
  invoice: { select: { id: true, number: true, dueAt: true } },
  request: { select: { permission: true } },
  export: { select: { operation: true, state: true, filename: true } },
  discussionThread: { select: { id: true, title: true } },
  action: { select: { id: true, number: true, title: true } },
  decision: { select: { id: true, number: true } },
  meeting: { select: { id: true, title: true } },
  discussionGroup: { select: { id: true, name: true } },
  folder: { select: { id: true, name: true, parentId: true } },
  staffVisit: { select: { staffName: true, approval: true, emergency: true } },
} as const satisfies Prisma.NotificationSelect;

export type NotificationRow = Prisma.NotificationGetPayload<{ select: typeof notificationColumns }>;

export interface ShownNotification {
  readonly title: string;
  readonly detail: string;
  /** Path below the account: `/tickets/…`. */
  readonly path: string;
}

/** Who would see it, and where. */
export type Seeing = Pick<Context, "viewer" | "account">;

/** A kind of notification behind the bell. Its rows are written with `addNotifications`, in the transaction of the change. */
export interface NotificationKind {
  readonly kind: string;
  /** The notification that turns it off, together with the mail. Without one, it is part of a duty, such as answering requests. */
  readonly notice?: NoticePermission;
  /**
   * Those whose record the viewer may still see, by the filter of the record's own permission: others are neither shown
   * nor counted.
   */
  readonly visible: (context: Seeing) => Prisma.NotificationWhereInput;
  /**
   * The same condition on a row `n`, for the bell's number, which every page asks (see `seenWithRecord`). Without it that
   * number is counted by Prisma where such a notification is unread, as it is where this is null.
   */
  readonly visibleSql?: (context: Seeing) => Sql | null;
  readonly present: (row: NotificationRow) => ShownNotification;
  /** Why the person gets it. */
  readonly why: Sentence;
}
