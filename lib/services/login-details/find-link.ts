import { notFound } from "@/lib/platform/kernel/problem";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** The link of a token, if the viewer may view the credentials it leads to; otherwise there is none for them. */
export async function findLink(context: Context<"account">, token: string) {
  const link = await context.db.credentialLink.findFirst({
    where: {
      accountId: context.account.id,
      tokenHash: hashToken(token),
      service: { is: accessibleWhere(context, "services.credentials.view") },
    },
    select: {
      id: true,
      contactId: true,
      usedAt: true,
      revokedAt: true,
      expiresAt: true,
      service: { select: { id: true, name: true } },
    },
  });
  if (link === null) throw notFound(t("Link not found."));
  return link;
}
