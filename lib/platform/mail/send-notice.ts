import type { ReactElement } from "react";
import { env } from "@/lib/platform/config/env";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { Permission } from "@/lib/policy/permissions";
import { isOptionalNotice } from "./optional-notices";
import { type Mail, OWN_UNSUBSCRIBE, type Recipient, sendMail } from "./outbox";
import { withStopLink } from "./templates/layout";
import { unsubscribeToken } from "./unsubscribe-token";

interface Notice extends Omit<Mail, "accountId" | "to" | "body"> {
  readonly accountId: string;
  /** Which notice it is; `to` are its `noticeRecipients`. */
  readonly notice: Permission;
  readonly to: readonly AccountMember[];
  /** For people with a login, and for those who get notices only and have nowhere to sign in. */
  readonly body: (reader: { readonly hasLogin: boolean }) => ReactElement;
}

/** A notice to each who gets it; one that is optional carries the link that stops it, in its head and below its words. */
export async function sendNotice(
  db: Pick<ScopedDb, "outboxMail">,
  { notice, to, body, ...mail }: Notice,
): Promise<void> {
  for (const hasLogin of [true, false]) {
    const readers = to.filter((one) => one.hasLogin === hasLogin);
    if (readers.length === 0) continue;
    const words = body({ hasLogin });
    await sendMail(db, {
      ...mail,
      to: readers.map((one) => addressOf(one, notice)),
      body: isOptionalNotice(notice) ? withStopLink(words, OWN_UNSUBSCRIBE) : words,
    });
  }
}

const addressOf = ({ contactId, name, email }: AccountMember, notice: Permission): Recipient => ({
  name,
  address: email,
  unsubscribe: isOptionalNotice(notice)
    ? `${env().PORTAL_URL}/api/unsubscribe/${unsubscribeToken({ contactId, notice })}`
    : null,
});
