import { Callout } from "@/components/ui/callout";

const sentences: Readonly<Record<string, string>> = {
  created: "Account created. We emailed the owner how to sign in.",
  invited: "Invitation sent to the owner.",
  given: "Role assigned. The owner has been notified by email.",
  offered: "Transfer request sent, and the owner notified by email. Nothing changes until it is accepted.",
  added: "Team member added. We emailed them how to sign in.",
  changed: "Roles saved, effective immediately.",
  removed: "Team member removed.",
};

/** Confirms what a form on the previous page did. The URL only carries one of these keys. */
export function DoneNotice({ done }: { done: string | undefined }) {
  const sentence = done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  return sentence === undefined ? null : <Callout kind="success" role="status" title={sentence} className="mb-4" />;
}
