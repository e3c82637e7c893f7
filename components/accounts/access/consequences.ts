import type { PersonDetail } from "@/lib/accounts/core/schema";

/** What each action does, shown before it is confirmed. */
export function consequencesOf(person: PersonDetail) {
  const { kind, name, isYou, details, onlyRecipientOf, leftOpen } = person;
  const who = isYou ? "You" : name;
  const silent =
    onlyRecipientOf.length > 0 ? [`Nobody else gets these notifications: ${listed(onlyRecipientOf)}.`] : [];
  const open =
    leftOpen.length > 0
      ? [
          `${names.format(leftOpen)} ${leftOpen.length > 1 ? "have" : "has"} an open invitation from ${isYou ? "you" : name}. It will need approval before it can be accepted.`,
        ]
      : [];
  const out =
    kind === "nonMember"
      ? `${name} no longer gets notifications.`
      : `${who} ${isYou ? "lose" : "loses"} access to this account immediately.`;
  return {
    approve: approvalOf(person),
    resend:
      kind === "member"
        ? [
            `We email a new link to ${details?.email ?? "their address"}. It expires in 7 days.`,
            "The previous link stops working.",
          ]
        : [`We email ${details?.email ?? "their address"} again.`],
    email:
      kind === "member"
        ? "We send a new invitation to this address. The previous link stops working."
        : "We ask them to confirm the new address. No notifications are sent until they do.",
    suspend: [
      out,
      "Their roles and permissions are kept, and apply again when you restore access.",
      ...open,
      ...silent,
    ],
    restore: [
      kind === "nonMember"
        ? `${name} gets the same notifications as before.`
        : `${name} gets back the same access as before, effective immediately.`,
    ],
    revoke: ["The link in the invitation stops working.", `${name} is removed from the account.`],
    remove: [
      out,
      `${isYou ? "Your" : "Their"} roles, individual permissions and limits are deleted. ${isYou ? "You" : "They"} need a new invitation to come back.`,
      "Their tickets, replies and activity are kept under their name.",
      ...open,
      ...silent,
    ],
  };
}

const names = new Intl.ListFormat("en-GB");

/** The approver must see what they are granting. */
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
    kind === "member" ? "Their invitation link works until it expires." : "They can then confirm their email address.",
    "You become the person who granted this access.",
  ];
}

function listed(all: readonly string[]): string {
  return names.format(all.map((name) => name.toLowerCase().replace(/^receive /, "")));
}
