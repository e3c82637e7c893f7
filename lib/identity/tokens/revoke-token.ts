import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Ends a token for good; its next request is refused. */
export const revokeToken = defineCommand({
  name: "profile.revoke-token",
  permission: "profile.manage",
  scope: "self",
  summary: "Revoke one of your API tokens",
  input: z.object({ tokenId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/me/tokens/{tokenId}" },
  run: async ({ db, actor, realNow: now }, { tokenId }) => {
    const where = { id: tokenId, personId: actor.personId, revokedAt: null };
    const token = await db.apiToken.findFirst({ where, select: { name: true } });
    const { count } = await db.apiToken.updateMany({ where, data: { revokedAt: now } });
    if (token === null || count === 0) throw notFound("You have no such token.");
    const summary = `Revoked the API token "${token.name}"`;
    return { output: { id: tokenId }, audit: { summary, target: { type: "apiToken", id: tokenId } } };
  },
});
