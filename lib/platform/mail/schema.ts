import { records } from "@/lib/policy/records";

/**
 * What a mail is about. It decides which staff may read it again: `security` carries links to sign in with, `billing`
 * carries amounts.
 */
export const mailKinds = records.mail.fields.kind.values;

export type MailKind = (typeof mailKinds)[number];
