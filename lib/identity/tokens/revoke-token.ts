import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";

/** Permanently revokes a token and all tokens created with it, effective on their next request. */
export const revokeToken = defineCommand({
  name: "profile.revoke-token",
  permission: "profile.manage",
  scope: "self",
  summary: "Revoke one of your API tokens",
  activity: "revoke an API token",
  input: z.object({ tokenId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/me/tokens/{tokenId}" },
  run: async (context, { tokenId }) => {
    const { db, actor, realNow: now } = context;
    const where = { id: tokenId, personId: actor.personId, revokedAt: null };
    const token = await db.apiToken.findFirst({ where, select: { name: true } });
    const { count } = await db.apiToken.updateMany({ where, data: { revokedAt: now } });
    if (token === null || count === 0) throw notFound(t("API token not found."));
    await revokeCreatedWith(context, [tokenId]);
    const summary = say('Revoked the API token "{name}"', { name: token.name });
    return { output: { id: tokenId }, audit: { summary, target: { type: "apiToken", id: tokenId } } };
  },
});

/** Tokens created with a token must not outlive it. */
async function revokeCreatedWith(context: Context, tokenIds: readonly string[]): Promise<void> {
  const { db, actor, realNow: now } = context;
  const where = { personId: actor.personId, createdWith: { in: [...tokenIds] }, revokedAt: null };
  const made = await db.apiToken.findMany({ where, select: { id: true } });
  if (made.length === 0) return;
  await db.apiToken.updateMany({ where, data: { revokedAt: now } });
  await revokeCreatedWith(
    context,
    made.map(({ id }) => id),
  );
}
