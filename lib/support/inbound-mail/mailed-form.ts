import { env } from "@/lib/platform/config/env";
import type { MailForm } from "@/lib/platform/operations/mail-form";
import type { ClaimedInbound } from "./claim-inbound";
import { isOurs } from "./known-address";
import type { MailFacts } from "./mail-facts";

/** A mail in an agreed form, and what it says. */
export interface ReadForm {
  readonly form: MailForm;
  readonly asked: unknown;
}

/**
 * The form that a mail is in, or null. An answer or a forwarded mail is none, whatever it quotes, and neither is one that wasn't
 * written to us or doesn't come from the sender for certain.
 */
export function mailedForm(
  { envelopeTo }: Pick<ClaimedInbound, "envelopeTo">,
  { subject, text, to, answers, identity }: MailFacts,
  forms: readonly MailForm[],
): ReadForm | null {
  if (identity !== "verified" || answers.length > 0 || !to.some(({ address }) => isOurs(address))) return null;
  const form = forms.find(
    (one) => envelopeTo === `${one.address}@${env().MAIL_IN_DOMAIN}` || one.subject.test(subject.trim()),
  );
  const asked = form?.read(text) ?? null;
  return form === undefined || asked === null ? null : { form, asked };
}
