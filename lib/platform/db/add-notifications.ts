import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";

/** The record a notification is about, and of a ticket the message: if that is split off, the notification goes with it. */
export type About =
  | { readonly ticketId: string; readonly messageId?: string }
  | { readonly invoiceId: string }
  | { readonly requestId: string }
  | { readonly discussionThreadId: string }
  | { readonly actionId: string }
  | { readonly decisionId: string }
  | { readonly meetingId: string }
  | { readonly staffVisitId: string }
  | { readonly discussionGroupId: string }
  | { readonly folderId: string };

interface Notifications {
  readonly kind: string;
  readonly about: About;
  /** Persons, not contacts: those who sign in. */
  readonly to: readonly string[];
}

/**
 * Puts a notification behind the bell of each person, in the transaction of the change, on the account that `db` is limited to.
 * While one about the same is unread, it is counted once more instead. The caller sends it to those who may see the record; that
 * is asked again when it is shown.
 */
export async function addNotifications(db: ScopedDb, { kind, about, to }: Notifications): Promise<void> {
  if (to.length === 0) return;
  const { messageId = null, ...record } = { messageId: undefined, ...about };
  const [[column = "", id = ""] = []] = Object.entries(record);
  await queryRows(
    db,
    sql`select portcullis_notify_about(${[...to]}::uuid[], ${kind}, ${column}, ${id}::uuid, ${messageId}::uuid)::text`,
  );
}
