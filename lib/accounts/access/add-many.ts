import { z } from "zod";
import { createContacts } from "@/lib/accounts/core/create-contact";
import { giverOf } from "@/lib/accounts/core/giver-of";
import { INVITATION_DAYS } from "@/lib/accounts/core/send-invitation";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { type Addable, checkList, digestOf } from "./check-list";
import { MOST_ROWS } from "./read-list";

const LONGEST = 200_000;

/**
 * Invites many people by a list, with the rules of inviting one. First it only checks; with the digest of a check it adds
 * everyone who can be added, all or none, if the check would still say the same. The worker then mails the invitations.
 */
export const addMany = defineCommand({
  name: "people.add-many",
  permission: "people.members.add",
  scope: "account",
  summary: "Check a list of people, or invite everyone on it who can be invited",
  activity: "invite people by a list",
  stepUp: "with-factor",
  lockAccount: true,
  once: true,
  input: z.object({
    list: z
      .string()
      .min(1, issue("Paste a list, or choose a file."))
      .max(LONGEST, issue("This list is too long. Split it."))
      .describe("CSV with the columns name, email, roles and, if needed, ends at (YYYY-MM-DD)"),
    digest: z
      .string()
      .max(100)
      .optional()
      .describe("Of a check: adds the people. Without it, the list is only checked"),
  }),
  output: z.object({
    rows: z
      .array(
        z.object({
          line: z.int(),
          name: z.string(),
          email: z.string(),
          roles: z.string(),
          endsAt: z.string(),
          problem: z.string().nullable(),
        }),
      )
      .max(MOST_ROWS),
    addable: z.int(),
    digest: z.string(),
    added: z.int().nullable().describe("Null if the list was only checked"),
    list: z.string().describe("The list as it was sent"),
  }),
  http: { method: "POST", path: "/accounts/{accountId}/people/list", status: 201 },
  run: async (context, { list, digest: seen }) => {
    const checked = await checkList(context, list);
    const people = checked.flatMap(({ addable }) => addable ?? []);
    const digest = digestOf(checked);
    const rows = checked.map(({ addable: _, ...row }) => row);
    const found = { rows, addable: people.length, digest, list };
    if (seen === undefined) return { output: { ...found, added: null }, audit: null };
    if (seen !== digest) {
      throw new Problem("conflict", t("Since you checked the list, it or the account has changed. Check it again."));
    }
    if (people.length === 0) throw new Problem("conflict", t("Nobody on this list can be added."));
    await addAll(context, people);
    return {
      output: { ...found, added: people.length },
      audit: {
        summary: say("Invited {count, plural, one {# person} other {# people}} by a list", { count: people.length }),
        details: { emails: people.map(({ email }) => email) },
      },
    };
  },
});

async function addAll(context: Context<"account">, people: readonly Addable[]): Promise<void> {
  const by = giverOf(context);
  const { db, account, realNow: now } = context;
  const invited = await createContacts(
    context,
    people.map((one) => ({ ...one, kind: "member", status: "invited", by })),
  );
  await queueInvitations(db, { accountId: account.id, invited, by, now });
}

interface Queued {
  readonly accountId: string;
  readonly invited: readonly { readonly contactId: string; readonly email: string }[];
  readonly by: { readonly name: string; readonly personId: string };
  readonly now: Date;
}

/** Nobody knows their links: the worker replaces each by one that it mails. */
async function queueInvitations(db: ScopedDb, { accountId, invited, by, now }: Queued): Promise<void> {
  await db.invitation.createMany({
    data: invited.map((one) => ({
      ...one,
      accountId,
      tokenHash: hashToken(newSecretToken()),
      invitedByName: by.name,
      invitedById: by.personId,
      sentAt: now,
      expiresAt: addDays(now, INVITATION_DAYS),
      queued: true,
    })),
  });
}
