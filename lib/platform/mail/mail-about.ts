import type { Permission } from "@/lib/policy/permissions";

/** What is asked of a mail's readers again when it is sent, which may be hours after it was written. */
export interface MailAbout {
  /** Held on any record; if it is a notification's, they haven't turned it off either. */
  readonly permission?: Permission;
  /** The records whose text it shows. They may read all of them, by the rule that the feature contributes for this kind. */
  readonly record?: { readonly kind: string; readonly ids: readonly string[] };
}

/** Whose access is asked: a contact of the account, or somebody of staff. */
export type MailReader = { readonly contactId: string } | { readonly personId: string };

/** For the account's owner, whoever that is when it is sent. */
export const forOwner: MailAbout = { record: { kind: "account-owner", ids: [] } };
