import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { issue, msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { serviceStatuses } from "./lifecycle";

export const serviceStatus = z.enum(serviceStatuses);

/** A service's display name: a host name, a domain, "Nightly backups". */
export const serviceName = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter a name."))
  .max(120, issue("A name can have up to 120 characters."));

export const term = z.enum(["month", "year"]);

/** Choices by option, both by slug, e.g. { memory: "16gb" }. An option that isn't given gets its default choice. */
export const wantedOptions = z
  .record(z.string().max(60), z.string().max(60))
  .refine((wanted) => Object.keys(wanted).length <= 30, issue("Too many options."))
  .default({})
  .describe("Choices by option, both by slug");

/** The price per interval, without tax. */
export const servicePrice = moneySchema.extend({ interval: term });

export const price = servicePrice
  .optional()
  .describe("Only for viewers with access to service prices; omitted otherwise");

/** For each term it is sold by: the recurring price, and the setup fee. */
const catalogPrice = servicePrice.extend({ setupMinor: z.int().describe("One-time setup fee, in minor units") });

const catalogPrices = z
  .array(catalogPrice)
  .optional()
  .describe("In the account's currency, excluding tax. Only for viewers with access to service prices");

export const product = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  family: z.string().describe("Name of its category"),
  pictureId: id.nullable(),
  terms: z.array(term).describe("Available billing terms"),
  options: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      choices: z.array(z.object({ slug: z.string(), name: z.string(), usual: z.boolean(), prices: catalogPrices })),
    }),
  ),
  prices: catalogPrices,
});

/** The totals of an invoice preview. */
export const invoicePreview = z.object({
  lines: z.array(z.object({ description: z.string(), value: moneySchema })),
  discount: moneySchema.nullable(),
  taxes: z.array(z.object({ basisPoints: z.int(), value: moneySchema })),
  reverseCharge: z.boolean(),
  total: moneySchema,
});

/** Login details entered together, as many as one form has room for. */
export const MOST_LOGINS = 4;

export type ServiceStatus = z.infer<typeof serviceStatus>;
export type ServicePrice = z.infer<typeof servicePrice>;
export type Product = z.infer<typeof product>;
export type Term = z.infer<typeof term>;
export type InvoicePreview = z.infer<typeof invoicePreview>;

const everywhere = msg("Global");

/** The location of services without one, as it is stored. */
export const EVERYWHERE = String(everywhere);

/** A stored location as people read it. Others are named by staff. */
export const locationInWords = (location: string): string => (location === EVERYWHERE ? t(everywhere) : location);
