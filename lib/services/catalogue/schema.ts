import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { pageOf } from "@/lib/platform/kernel/page";
import { issue } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { term } from "@/lib/services/core/schema";

/** Whether a product can be ordered: by everyone, with its address only, or no longer. */
export const availabilities = ["listed", "hidden", "archived"] as const;
export const availability = z.enum(availabilities);
export type Availability = z.infer<typeof availability>;

const line = (max: number, missing: string) =>
  z
    .string()
    .overwrite(oneLine)
    .min(1, missing)
    .max(max, { error: () => t("Use at most {max} characters.", { max }) });

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: () => t("Use at most {max} characters.", { max }) })
    .default("");

const position = z.int().min(0).max(9_999).default(0).describe("Lower comes first");

/** What staff enter about a product. */
export const productInput = {
  name: line(120, issue("Enter a name.")),
  description: text(1_000),
  category: line(80, issue("Enter a category.")),
  taxCategory: z.enum(["standard", "reduced", "none"]).default("standard"),
  hasLogin: z.boolean().default(false).describe("Whether its services come with credentials"),
  position,
};

export const categoryInput = {
  name: productInput.category,
  description: text(300),
  position,
  hidden: z.boolean().default(false).describe("Not listed, with all its products"),
};

/** The most choices of one option that a form has room for. */
export const MOST_CHOICES = 20;

export const optionInput = {
  name: line(60, issue("Enter a name, such as Memory.")),
  position,
  archived: z.boolean().default(false),
  choices: z
    .array(
      z.object({
        choiceId: id.optional(),
        name: z.string().overwrite(oneLine).max(80, issue("Use at most 80 characters.")).default(""),
        archived: z.boolean().default(false),
      }),
    )
    .max(MOST_CHOICES, {
      error: () => t("An option can have up to {max} choices.", { max: MOST_CHOICES }),
    })
    .default([])
    .describe("In order; the first one is the default. Rows without a name are left out"),
};

/** A price with the time in which it was offered. */
const datedPrice = moneySchema.extend({
  id,
  term,
  setupMinor: z.int(),
  since: isoDateTime,
  endedAt: isoDateTime.nullable(),
});
export type DatedPrice = z.infer<typeof datedPrice>;

export const staffProducts = pageOf(
  z.object({
    id,
    name: z.string(),
    category: z.string(),
    availability,
    currencies: z.array(z.string()),
    services: z.int().describe("Services that are not cancelled"),
  }),
).extend({ categories: z.array(z.string()) });
export type StaffProducts = z.infer<typeof staffProducts>;

const staffOption = z.object({
  id,
  name: z.string(),
  position: z.int(),
  archived: z.boolean(),
  choices: z.array(
    z.object({
      id,
      name: z.string(),
      isDefault: z.boolean(),
      archived: z.boolean(),
      prices: z.array(datedPrice),
    }),
  ),
});
export type StaffOption = z.infer<typeof staffOption>;

export const staffProduct = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  taxCategory: z.string(),
  hasLogin: z.boolean(),
  position: z.int(),
  availability,
  pictureId: id.nullable(),
  prices: z.array(datedPrice).describe("Current ones first"),
  options: z.array(staffOption),
  services: z.int().describe("Services that are not cancelled"),
  version,
});
export type StaffProduct = z.infer<typeof staffProduct>;

export const staffCategories = pageOf(
  z.object({
    id,
    name: z.string(),
    description: z.string(),
    position: z.int(),
    hidden: z.boolean(),
    pictureId: id.nullable(),
    products: z.int(),
    version,
  }),
);
export type StaffCategories = z.infer<typeof staffCategories>;
export type StaffCategory = StaffCategories["items"][number];

/** A category as customers see it. */
export const listedCategory = z.object({ name: z.string(), description: z.string(), pictureId: id.nullable() });
export type ListedCategory = z.infer<typeof listedCategory>;

/** What a picture is of. */
export const pictureOf = z.enum(["product", "category"]);
