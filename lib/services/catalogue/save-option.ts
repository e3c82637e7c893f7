import { z } from "zod";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { freeSlug } from "./free-slug";
import { optionInput } from "./schema";

const input = z.object({
  productId: id,
  optionId: id.optional().describe("Omit to add an option"),
  ...optionInput,
});

/**
 * Adds or changes an option of a product with its choices. Choices that are left out are archived; services keep the
 * choices they were ordered with, by name.
 */
export const saveOption = defineCommand({
  name: "catalogue.save-option",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "Add or change an option of a product and its choices",
  activity: "change a product option",
  input,
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/products/{productId}/options" },
  run: async ({ db }, { productId, optionId, name, position, archived, choices }) => {
    const given = choices.filter((choice) => choice.name !== "");
    refuseUnusable(given, archived);
    // Waits for a parallel change of the same product's options, and reads them afterwards.
    await db.product.updateMany({ where: { id: productId }, data: { version: { increment: 1 } } });
    const product = await db.product.findUnique({ where: { id: productId }, select: columns });
    const known = product?.options.find((option) => option.id === optionId);
    if (product === null || (optionId !== undefined && known === undefined)) throw notFound(t("Option not found."));
    const own = known ?? (await addOption(db, product, name));
    await db.productOption.updateMany({ where: { id: own.id }, data: { name, position, archived } });
    await writeChoices(db, own, given);
    return {
      output: { id: own.id },
      audit: {
        summary: known
          ? say("Changed the option {name} of {product}", { name, product: product.name })
          : say("Added the option {name} of {product}", { name, product: product.name }),
        target: { type: "product", id: productId },
        details: { choices: given.map((choice) => choice.name), archived },
      },
    };
  },
});

const columns = {
  id: true,
  name: true,
  options: { select: { id: true, slug: true, choices: { select: { id: true, slug: true } } } },
} as const;

type Given = z.output<typeof input>["choices"];

interface KnownOption {
  readonly id: string;
  readonly choices: readonly { readonly id: string; readonly slug: string }[];
}

/** Throws `invalid` for an option nobody could choose anything from. */
function refuseUnusable(choices: Given, archived: boolean): void {
  const offered = choices.filter((choice) => !choice.archived);
  if (offered.length === 0 && !archived) throw invalidField("choices.0.name", t("Enter at least one choice."));
  const names = choices.map((choice) => choice.name.toLowerCase());
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0) throw invalidField(`choices.${twice}.name`, t("This choice is already in the list."));
}

async function addOption(
  db: ScopedDb,
  product: { readonly id: string; readonly options: readonly { readonly slug: string }[] },
  name: string,
): Promise<KnownOption> {
  const slug = freeSlug(
    name,
    product.options.map((option) => option.slug),
  );
  const data = { productId: product.id, slug, name, position: 0 };
  const { id: optionId } = await db.productOption.create({ data, select: { id: true } });
  return { id: optionId, choices: [] };
}

/** In the given order; the first that is offered is the default. */
async function writeChoices(db: ScopedDb, option: KnownOption, given: Given): Promise<void> {
  const first = given.findIndex((choice) => !choice.archived);
  const taken = option.choices.map((choice) => choice.slug);
  const kept: string[] = [];
  for (const [position, { choiceId, name, archived }] of given.entries()) {
    const data = { name, archived, position, isDefault: position === first };
    if (choiceId === undefined) {
      const slug = freeSlug(name, taken);
      taken.push(slug);
      await db.productOptionChoice.createMany({ data: { ...data, optionId: option.id, slug } });
      continue;
    }
    if (!option.choices.some((choice) => choice.id === choiceId)) throw notFound(t("Choice not found."));
    kept.push(choiceId);
    await db.productOptionChoice.updateMany({ where: { id: choiceId, optionId: option.id }, data });
  }
  const leftOut = option.choices.map((choice) => choice.id).filter((one) => !kept.includes(one));
  await db.productOptionChoice.updateMany({
    where: { id: { in: leftOut } },
    data: { archived: true, isDefault: false },
  });
}
