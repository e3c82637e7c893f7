import { Callout } from "@/components/ui/callout";

const sentences: Readonly<Record<string, string>> = {
  invited: "Invitation sent. It expires in 7 days.",
  added: "Contact added. Notifications start once they confirm their email address.",
  changed: "Access updated, effective immediately.",
  removed: "Person removed. They no longer have access to this account.",
  revoked: "Invitation revoked. Its link no longer works.",
  offered: "Transfer request sent. Nothing changes until it is accepted.",
  accepted: "You are now the owner of this account.",
  declined: "Ownership declined. Nothing changes.",
  withdrawn: "Transfer withdrawn.",
};

/** Confirms what a form on the previous page did. The URL only carries one of these keys. */
export function DoneNotice({ done }: { done: string | undefined }) {
  const sentence = done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  return sentence === undefined ? null : <Callout kind="success" role="status" title={sentence} className="mb-4" />;
}
