import { records } from "@/lib/policy/records";

/**
 * A mail's subject area. It decides which staff may read it: `security` contains links to sign in with, `billing`
 * contains amounts.
 */
export const mailKinds = records.mail.fields.kind.values;

export type MailKind = (typeof mailKinds)[number];
