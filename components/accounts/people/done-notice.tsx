import { Callout } from "@/components/ui/callout";

const sentences: Readonly<Record<string, string>> = {
  invited: "The invitation is on its way. It works for 7 days.",
  added: "Added. A mail asks them to confirm the address; notices go there from then on.",
  changed: "The access is changed. It is in force from their next click on.",
  removed: "Removed. They can no longer open this account.",
  revoked: "The invitation is revoked: its link no longer works.",
  offered: "The offer is on its way. Nothing changes until it is accepted.",
  accepted: "You are the owner of this account now.",
  declined: "You have declined. Nothing changes.",
  withdrawn: "The offer is withdrawn.",
};

/** What has just been done, after a form has led to another page. Only a word of ours comes from the address. */
export function DoneNotice({ done }: { done: string | undefined }) {
  const sentence = done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  return sentence === undefined ? null : <Callout kind="success" role="status" title={sentence} className="mb-4" />;
}
