import { z } from "zod";
import { lockName } from "@/lib/platform/db/lock-name";
import { addDays, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { invalidField } from "@/lib/platform/kernel/problem";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { heldPermissions } from "./held-permissions";

export const LONGEST_TOKEN_DAYS = 365;
const MOST_TOKENS = 50;
const PREFIX_LENGTH = 8;

/**
 * Creates an API token with chosen permissions; only this response ever shows it. It can't exceed the permissions of the
 * person, or of the token making the request, now or later. A token created with another expires no later, and is revoked
 * with it.
 */
export const createToken = defineCommand({
  name: "profile.create-token",
  permission: "profile.manage",
  scope: "self",
  summary: "Create an API token",
  activity: "create an API token",
  stepUp: "with-factor",
  secretAnswer: true,
  input: z.object({
    name: z
      .string()
      .overwrite(oneLine)
      .min(1, issue("Enter a name to recognise this token."))
      .max(80, issue("Use at most 80 characters.")),
    permissions: z.array(z.string()).min(1, issue("Choose at least one permission.")).max(200),
    days: z
      .int()
      .min(1)
      .max(LONGEST_TOKEN_DAYS, issue("A token can be valid for at most a year."))
      .default(90)
      .describe("Days until it expires"),
  }),
  output: z.object({ id, name: z.string(), token: z.string(), expiresAt: isoDateTime }),
  http: { method: "POST", path: "/me/tokens", status: 201 },
  run: async (context, { name, permissions, days }) => {
    const { db, actor, viewer, realNow: now } = context;
    const held = new Set<string>(await heldPermissions(context));
    const beyond = permissions.filter((permission) => !held.has(permission));
    if (beyond.length > 0)
      throw invalidField(
        "permissions",
        t("You don't have these permissions: {names}.", { names: beyond.slice(0, 5).join(", ") }),
      );
    await lockName(db, `tokens of ${actor.personId}`);
    const alive = { personId: actor.personId, revokedAt: null, expiresAt: { gt: now } };
    if ((await db.apiToken.count({ where: alive })) >= MOST_TOKENS) {
      throw invalidField(
        "name",
        t("You already have {count} tokens. Revoke one you no longer use.", { count: MOST_TOKENS }),
      );
    }
    const token = newSecretToken();
    // A token can't create one that outlives it.
    const asking = viewer.subject.gates.tokenPermissions === null ? null : { id: actor.credentialId };
    const maker = asking && (await db.apiToken.findFirst({ where: asking, select: { id: true, expiresAt: true } }));
    const wanted = addDays(now, days);
    const expiresAt = maker !== null && maker.expiresAt < wanted ? maker.expiresAt : wanted;
    const { id: tokenId } = await db.apiToken.create({
      data: {
        personId: actor.personId,
        name,
        tokenHash: hashToken(token),
        prefix: token.slice(0, PREFIX_LENGTH),
        permissions: [...new Set(permissions)],
        createdWith: maker?.id ?? null,
        expiresAt,
      },
      select: { id: true },
    });
    return {
      output: { id: tokenId, name, token, expiresAt: iso(expiresAt) },
      audit: {
        summary: say('Created the API token "{name}"', { name }),
        target: { type: "apiToken", id: tokenId },
        details: { permissions, expiresAt: iso(expiresAt) },
      },
    };
  },
});
