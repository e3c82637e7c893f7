import { z } from "zod";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { isOptionalNotice } from "@/lib/platform/mail/optional-notices";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import { nameOf, permissionKeys, titleOf } from "@/lib/policy/permissions";
import { wasGiven } from "@/lib/policy/roles-allowing";
import { viewerOf } from "@/lib/policy/viewer";
import { type AccountNotices, accountNotices, FIRST_OF_MANY, MOST_SHOWN } from "./schema";

/** Who gets which notifications and why, and who could but doesn't. */
export const viewNotices = defineQuery({
  name: "settings.view-notices",
  permission: "settings.notices.view",
  scope: "account",
  summary: "View who gets which notification, and why; with more than 25 people, the first ten of each",
  activity: "view who gets notifications",
  input: z.object({ q: z.string().trim().max(200).default("").describe("Part of a name") }),
  output: accountNotices,
  http: { method: "GET", path: "/accounts/{accountId}/notices" },
  run: async (context, { q }) => {
    const offered = notices.filter(isOffered);
    const people = await context.members({ q, first: MOST_SHOWN + 1 });
    if (people.length <= MOST_SHOWN) return { notices: offered.map((one) => describeNotice(one, people, q)) };
    return { notices: await describeNoticesOfMany(context, offered, q, people) };
  },
});

const isNotice = (key: string): key is Notice => key.startsWith("notices.");

type Notice = Parameters<typeof noticeRecipients>[1];
type Described = AccountNotices["notices"][number];

const notices = permissionKeys.filter(isNotice);

function describeNotice(permission: Notice, people: readonly AccountMember[], q: string): Described {
  const recipients = noticeRecipients(people, permission);
  const reached = new Set(recipients);
  const missing = people.filter((one) => !reached.has(one) && can(viewerOf(one.subject), permission));
  return {
    permission,
    name: nameOf(permission),
    title: titleOf(permission),
    optional: isOptionalNotice(permission),
    recipients: recipients.map((one) => ({
      ...who(one),
      hasLogin: one.hasLogin,
      why: explain(viewerOf(one.subject), permission).sentence,
    })),
    missing: missing.map((one) => ({ ...who(one), why: one.emailVerified ? "turned-off" : "address-not-verified" })),
    hasMore: false,
    warning: recipients.length > 0 || q !== "" ? null : warningOf(missing.length > 0),
  };
}

const who = ({ contactId, name, email }: AccountMember) => ({ contactId, name, email });

const warningOf = (someoneCould: boolean): string =>
  someoneCould
    ? t("No one gets these. Everyone who could has turned them off or hasn't confirmed their email address.")
    : t("No one gets these. No one on the account has this notification.");

/**
 * Of the people each was given to only the first are read: mostly they are among the first of all. Everybody is, if it might
 * reach nobody.
 */
async function describeNoticesOfMany(
  { members }: Context,
  offered: Notice[],
  q: string,
  people: readonly AccountMember[],
): Promise<Described[]> {
  const firstOf = (permission: Notice, among = people) =>
    among.filter(({ subject }) => wasGiven(subject, permission)).slice(0, FIRST_OF_MANY + 1);
  const rare = offered.filter((permission) => firstOf(permission).length <= FIRST_OF_MANY);
  const theirs = rare.length === 0 ? [] : await members({ q, given: rare, first: FIRST_OF_MANY + 1 });
  return Promise.all(
    offered.map(async (permission) => {
      const given = firstOf(permission, rare.includes(permission) ? theirs : people);
      const described = describeNotice(permission, given.slice(0, FIRST_OF_MANY), q);
      const hasMore = given.length > FIRST_OF_MANY;
      if (!hasMore || described.warning === null) return { ...described, hasMore };
      const { warning } = describeNotice(permission, await members({ given: [permission] }), q);
      return { ...described, hasMore, warning };
    }),
  );
}
