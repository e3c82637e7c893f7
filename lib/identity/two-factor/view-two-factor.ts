import { z } from "zod";
import { MOST_PASSKEYS } from "@/lib/identity/core/passkey-options";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { twoFactorSchema } from "./schema";

/** How the person signs in besides their password. */
export const viewTwoFactor = defineQuery({
  name: "profile.view-two-factor",
  permission: "profile.manage",
  scope: "self",
  summary: "View your two-factor sign-in",
  activity: "view two-factor sign-in",
  input: z.object({}),
  output: twoFactorSchema,
  http: { method: "GET", path: "/me/two-factor" },
  run: async (context) => {
    const [person, requiredBy] = await Promise.all([readPerson(context), requiringAccounts(context)]);
    const { authenticator, passkeys, twoFactorSince, _count } = person;
    return {
      since: isoOrNull(twoFactorSince),
      authenticator: authenticator?.confirmedAt
        ? { addedAt: iso(authenticator.confirmedAt), lastUsedAt: isoOrNull(authenticator.lastUsedAt) }
        : null,
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        addedAt: iso(createdAt),
        lastUsedAt: isoOrNull(lastUsedAt),
      })),
      recoveryCodesLeft: _count.recoveryCodes,
      requiredBy,
    };
  },
});

const readPerson = ({ db, actor }: Context) =>
  db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: {
      twoFactorSince: true,
      authenticator: { select: { confirmedAt: true, lastUsedAt: true } },
      passkeys: {
        select: { id: true, name: true, createdAt: true, lastUsedAt: true },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: MOST_PASSKEYS,
      },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });

async function requiringAccounts({ db, memberships }: Context) {
  const ids = (await memberships()).map(({ account }) => account.id);
  const requiring = await db.account.findMany({
    where: { id: { in: ids }, twoFactorFrom: { not: null } },
    select: { id: true, name: true, twoFactorFrom: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 100,
  });
  return requiring.flatMap(({ id: accountId, name, twoFactorFrom }) =>
    twoFactorFrom === null ? [] : [{ accountId, name, from: iso(twoFactorFrom) }],
  );
}
