import type { Prisma } from "@/lib/platform/db/generated/client";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { RecordPermission } from "@/lib/policy/needs";

/** Folders that are not deleted and on which the viewer holds the permission. */
export const livingFolders = (
  context: Pick<Context, "viewer" | "account">,
  permission: Extract<RecordPermission, `documents.${string}`> = "documents.view",
  extra: Prisma.FolderWhereInput = {},
): Prisma.FolderWhereInput => accessibleWhere(context, permission, { AND: [{ deletedAt: null }, extra] });

/** Documents that are not deleted, in folders that the viewer may see and that are not deleted either. */
export const livingDocuments = (
  context: Pick<Context<"account">, "viewer" | "account">,
  extra: Prisma.DocumentWhereInput = {},
): Prisma.DocumentWhereInput => ({
  AND: [{ accountId: context.account.id, deletedAt: null, folder: { is: livingFolders(context) } }, extra],
});
