import { Callout } from "@/components/ui/callout";

const sentences: Readonly<Record<string, string>> = {
  given: "The role is given, and the owner has a mail about it.",
  offered: "The offer is on its way, and the owner has a mail about it. Nothing changes until it is accepted.",
  added: "Added to the team. A mail says how to sign in.",
  changed: "Saved. It counts from their next click on.",
  removed: "Taken off the team.",
};

/** What has just been done, after a form has led to another page. Only a word of ours comes from the address. */
export function DoneNotice({ done }: { done: string | undefined }) {
  const sentence = done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  return sentence === undefined ? null : <Callout kind="success" role="status" title={sentence} className="mb-4" />;
}
