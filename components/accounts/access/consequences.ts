import type { PersonDetail } from "@/lib/accounts/core/schema";

/** What each act does, in sentences, said before it is confirmed. */
export function consequencesOf(person: PersonDetail) {
  const { kind, name, isYou, details, onlyRecipientOf } = person;
  const who = isYou ? "You" : name;
  const silent =
    onlyRecipientOf.length > 0 ? [`Afterwards nobody gets these by mail: ${listed(onlyRecipientOf)}.`] : [];
  const out =
    kind === "nonMember"
      ? `${name} receives no more notices.`
      : `${who} can no longer open this account, from the next click on.`;
  return {
    resend:
      kind === "member"
        ? [
            `A new link goes to ${details?.email ?? "their address"} and works for 7 days.`,
            "The link sent before stops working.",
          ]
        : [`Another mail goes to ${details?.email ?? "their address"}.`],
    email:
      kind === "member"
        ? "The invitation goes to the new address, with a new link. The old link stops working."
        : "They are asked to confirm the new address. No notices go there before.",
    suspend: [out, "Everything they were given is kept, and comes back when you restore them.", ...silent],
    restore: [
      kind === "nonMember"
        ? `${name} receives the same notices as before.`
        : `${name} has everything they had before again, from the next click on.`,
    ],
    revoke: ["The link in the mail stops working.", `${name} is taken off the list, with the access planned for them.`],
    remove: [
      out,
      `${isYou ? "Your" : "Their"} roles, single permissions and limits are deleted. To come back takes another invitation.`,
      "What was written and done stays, under the name.",
      ...silent,
    ],
  };
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names.map((name) => name.toLowerCase().replace(/^receive /, "")));
}
