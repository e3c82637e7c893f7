import type { PersonDetail, PersonItem } from "@/lib/accounts/core/schema";
import { listed } from "@/lib/platform/kernel/listed";
import { t } from "@/lib/platform/language/t";
import { shortNotice } from "@/lib/policy/notice-names";

/** What each action does, shown before it is confirmed. */
export function consequencesOf(person: PersonDetail) {
  const { kind, name, isYou, onlyRecipientOf, leftOpen } = person;
  const silent =
    onlyRecipientOf.length > 0
      ? [
          t("Nobody else gets these notifications: {notifications}.", {
            notifications: listed(onlyRecipientOf.map((notice) => shortNotice(notice, "within"))),
          }),
        ]
      : [];
  const open = leftOpen.length > 0 ? [leftOpenBy(person)] : [];
  const out = endOf(person);
  return {
    approve: approvalOf(person),
    resend: kind === "member" ? [newLinkFor(person), t("The previous link stops working.")] : [mailAgain(person)],
    email:
      kind === "member"
        ? t("We send a new invitation to this address. The previous link stops working.")
        : t("We ask them to confirm the new address. No notifications are sent until they do."),
    suspend: [
      out,
      t("Their roles and permissions are kept, and apply again when you restore access."),
      ...open,
      ...silent,
    ],
    restore: [
      kind === "nonMember"
        ? t("{name} gets the same notifications as before.", { name })
        : t("{name} gets back the same access as before, effective immediately.", { name }),
    ],
    revoke: [t("The link in the invitation stops working."), t("{name} is removed from the account.", { name })],
    remove: [
      out,
      isYou
        ? t("Your roles, individual permissions and limits are deleted. You need a new invitation to come back.")
        : t("Their roles, individual permissions and limits are deleted. They need a new invitation to come back."),
      t("Their tickets, replies and activity are kept under their name."),
      ...open,
      ...silent,
    ],
  };
}

/** Resending an invitation. */
export const newLinkFor = ({ details }: Pick<PersonItem, "details">): string =>
  details
    ? t("We email a new link to {email}. It expires in 7 days.", { email: details.email })
    : t("We email a new link to their address. It expires in 7 days.");

const mailAgain = ({ details }: PersonDetail): string =>
  details ? t("We email {email} again.", { email: details.email }) : t("We email their address again.");

function endOf({ kind, name, isYou }: PersonDetail): string {
  if (kind === "nonMember") return t("{name} no longer gets notifications.", { name });
  return isYou
    ? t("You lose access to this account immediately.")
    : t("{name} loses access to this account immediately.", { name });
}

function leftOpenBy({ leftOpen, isYou, name }: PersonDetail): string {
  const values = { count: leftOpen.length, names: listed(leftOpen) };
  return isYou
    ? t(
        "{count, plural, one {{names} has an open invitation from you. It will need approval before it can be accepted.} other {{names} have an open invitation from you. It will need approval before it can be accepted.}}",
        values,
      )
    : t(
        "{count, plural, one {{names} has an open invitation from {name}. It will need approval before it can be accepted.} other {{names} have an open invitation from {name}. It will need approval before it can be accepted.}}",
        { count: values.count, names: values.names, name },
      );
}

/** The approver must see what they are granting. */
function approvalOf({ kind, name, details }: Pick<PersonDetail, "kind" | "name" | "details">): string[] {
  const single = details?.singlePermissions ?? 0;
  const given = [
    ...(details?.roles.map((role) => role.name) ?? []),
    ...(single > 0
      ? [t("{count, plural, one {# individual permission} other {# individual permissions}}", { count: single })]
      : []),
    ...(details?.notices ?? []),
  ];
  return [
    accessGiven(name, given, details?.limitedToServices === true),
    kind === "member"
      ? t("Their invitation link works until it expires.")
      : t("They can then confirm their email address."),
    t("You become the person who granted this access."),
  ];
}

function accessGiven(name: string, given: readonly string[], limited: boolean): string {
  const access = given.length > 0 ? listed(given) : t("no access yet");
  return limited
    ? t("{name} gets: {access}, limited to chosen services.", { name, access })
    : t("{name} gets: {access}.", { name, access });
}
