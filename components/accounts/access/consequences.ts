import type { PersonDetail } from "@/lib/accounts/core/schema";

/** What each act does, in sentences, said before it is confirmed. */
export function consequencesOf(person: PersonDetail) {
  const { kind, name, isYou, details, onlyRecipientOf, leftOpen } = person;
  const who = isYou ? "You" : name;
  const silent =
    onlyRecipientOf.length > 0 ? [`Afterwards nobody gets these by mail: ${listed(onlyRecipientOf)}.`] : [];
  const open =
    leftOpen.length > 0
      ? [
          `${names.format(leftOpen)} ${leftOpen.length > 1 ? "have" : "has"} an open invitation from ${isYou ? "you" : name}. It will need approval before it can be accepted.`,
        ]
      : [];
  const out =
    kind === "nonMember"
      ? `${name} receives no more notices.`
      : `${who} can no longer open this account, from the next click on.`;
  return {
    approve: approvalOf(person),
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
    suspend: [out, "Everything they were given is kept, and comes back when you restore them.", ...open, ...silent],
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
      ...open,
      ...silent,
    ],
  };
}

const names = new Intl.ListFormat("en-GB");

/** Whoever approves has to see what they give. */
function approvalOf({ kind, name, details }: Pick<PersonDetail, "kind" | "name" | "details">): string[] {
  const roles = details?.roles.map((role) => role.name) ?? [];
  const single = details?.singlePermissions ?? 0;
  const given = [
    ...roles,
    ...(single > 0 ? [`${single} individual ${single > 1 ? "permissions" : "permission"}`] : []),
    ...(details?.notices ?? []),
  ];
  return [
    `${name} gets: ${given.length > 0 ? names.format(given) : "no access yet"}${details?.limitedToServices ? ", limited to chosen services" : ""}.`,
    kind === "member" ? "The link they were sent works until it expires." : "They can then confirm their address.",
    "From then on, this access counts as given by you.",
  ];
}

function listed(all: readonly string[]): string {
  return names.format(all.map((name) => name.toLowerCase().replace(/^receive /, "")));
}
