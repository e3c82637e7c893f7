import { z } from "zod";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { fileInput, LARGEST_FILE_BODY } from "@/lib/platform/kernel/file-input";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { encodePicture } from "./encode-picture";
import { pictureOf } from "./schema";

/** Gives a product or category a picture in place of the one before, which is deleted. */
export const setPicture = defineCommand({
  name: "catalogue.set-picture",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "Set the picture of a product or category",
  activity: "change a picture",
  input: z.object({ of: pictureOf, ownerId: id.describe("The product or category"), picture: fileInput }),
  output: z.object({ id, pictureId: id }),
  http: { method: "POST", path: "/staff/pictures", largestBody: LARGEST_FILE_BODY, status: 201 },
  run: async ({ db }, { of, ownerId, picture }) => {
    const owner = await ownerOf(db, of, ownerId);
    // Before anything is written, so that no lock is held meanwhile.
    const data = await encodePicture(picture);
    const { id: pictureId } = await db.picture.create({ data, select: { id: true } });
    await replacePicture(db, { of, ownerId, ...owner }, pictureId);
    return {
      output: { id: ownerId, pictureId },
      audit: { summary: say("Changed the picture of {name}", { name: owner.name }), target: { type: of, id: ownerId } },
    };
  },
});

interface Owner {
  readonly name: string;
  readonly pictureId: string | null;
}

/** Throws `not-found` if there is no such product or category. */
export async function ownerOf(db: ScopedDb, of: z.output<typeof pictureOf>, ownerId: string): Promise<Owner> {
  const query = { where: { id: ownerId }, select: { name: true, pictureId: true } } as const;
  const found = of === "product" ? await db.product.findUnique(query) : await db.productCategory.findUnique(query);
  if (found === null) throw notFound(of === "product" ? t("Product not found.") : t("Category not found."));
  return found;
}

export async function replacePicture(
  db: ScopedDb,
  owner: Owner & { readonly of: z.output<typeof pictureOf>; readonly ownerId: string },
  pictureId: string | null,
): Promise<void> {
  const change = { where: { id: owner.ownerId }, data: { pictureId } };
  if (owner.of === "product") await db.product.updateMany(change);
  else await db.productCategory.updateMany(change);
  if (owner.pictureId !== null) await db.picture.deleteMany({ where: { id: owner.pictureId } });
}
