import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";

/** The record a notification is about. */
export type About =
  | { readonly ticketId: string }
  | { readonly invoiceId: string }
  | { readonly requestId: string }
  | { readonly meetingId: string };

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
  if ("meetingId" in about) {
    const { meetingId } = about;
    await queryRows(
      db,
      sql`select portcullis_notify_of_meeting(${[...to]}::uuid[], ${kind}, ${meetingId}::uuid)::text`,
    );
    return;
  }
  const { ticketId = null, invoiceId = null, requestId = null } = about as Partial<Record<string, string>>;
  await queryRows(
    db,
    sql`select portcullis_notify_people(${[...to]}::uuid[], ${kind}, ${ticketId}::uuid, ${invoiceId}::uuid, ${requestId}::uuid)::text`,
  );
}
