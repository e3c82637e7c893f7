import { Callout } from "@/components/ui/callout";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const sentences: Readonly<Record<string, Sentence>> = {
  created: msg("Account created. We emailed the owner how to sign in."),
  invited: msg("Invitation sent to the owner."),
  given: msg("Request applied. The owner has been notified by email."),
  transfer: msg("Request recorded, and the owner asked by email. Another manager has to start the transfer."),
  recorded: msg("Request recorded."),
  added: msg("Team member added. We emailed them how to sign in."),
  changed: msg("Roles saved, effective immediately."),
  removed: msg("Team member removed."),
};

/** Confirms what a form on the previous page did. The URL only carries one of these keys. */
export function DoneNotice({ done }: { done: string | undefined }) {
  const sentence = done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  return sentence === undefined ? null : <Callout kind="success" role="status" title={t(sentence)} className="mb-4" />;
}
