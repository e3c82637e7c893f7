import { Callout } from "@/components/ui/callout";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const sentences: Readonly<Record<string, Sentence>> = {
  invited: msg("Invitation sent. It expires in 7 days."),
  added: msg("Contact added. Notifications start once they confirm their email address."),
  changed: msg("Access updated, effective immediately."),
  removed: msg("Person removed. They no longer have access to this account."),
  revoked: msg("Invitation revoked. Its link no longer works."),
  offered: msg("Transfer request sent. Nothing changes until it is accepted."),
  accepted: msg("You are now the owner of this account."),
  declined: msg("Ownership declined. Nothing changes."),
  withdrawn: msg("Transfer withdrawn."),
  approved: msg("Approved. Our staff set it up next and email a receipt."),
  refused: msg("Refused. Nothing changes."),
  asked: msg("Request sent. We email you a receipt once it's done."),
};

/** Confirms what a form on the previous page did. The URL only carries one of these keys. */
export function DoneNotice({ done }: { done: string | undefined }) {
  const sentence = done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  return sentence === undefined ? null : <Callout kind="success" role="status" title={t(sentence)} className="mb-4" />;
}
