import { z } from "zod";
import { isoDateTime } from "@/lib/kernel/dates";
import { id, version } from "@/lib/kernel/ids";
import { moneySchema } from "@/lib/kernel/money";
import { pageOf } from "@/lib/kernel/page";
import { serviceStatuses } from "./lifecycle";

export const serviceStatus = z.enum(serviceStatuses);

/** What people call a service: a host name, a domain, "Nightly backups". */
export const serviceName = z.string().trim().min(1, "Give it a name.").max(120, "A name has 120 characters at most.");

export const term = z.enum(["month", "year"]);

/** Choices by option, both by slug, e.g. { memory: "16gb" }. An option that is not named gets its usual choice. */
export const wantedOptions = z
  .record(z.string().max(60), z.string().max(60))
  .refine((wanted) => Object.keys(wanted).length <= 30, "These are more options than any product has.")
  .default({})
  .describe("Choices by option, both by slug");

/** As somebody types it; an empty one is none. */
export const couponCode = z.string().trim().max(40, "A code has 40 characters at most.").default("");

/** What is paid for each interval, without tax. */
export const servicePrice = moneySchema.extend({ interval: term });

const price = servicePrice
  .optional()
  .describe("Only for those who may see prices of services; for others the field is not there at all");

const serviceHead = z.object({
  id,
  name: z.string(),
  status: serviceStatus,
  product: z.string(),
  family: z.string(),
  location: z.string(),
  renewsAt: isoDateTime.nullable(),
  price,
});

export const serviceList = pageOf(serviceHead).extend({
  families: z.array(z.string()).describe("Families of the services that the viewer may see"),
});

export const serviceDetail = serviceHead.extend({
  description: z.string().describe("Of the product"),
  startedAt: isoDateTime,
  cancelledAt: isoDateTime.nullable(),
  cancelReason: z.string().nullable(),
  order: z.object({ number: z.int(), placedAt: isoDateTime, placedBy: z.string() }).nullable(),
  logins: z
    .array(z.object({ id, label: z.string() }))
    .optional()
    .describe("Only for those who may see login details; the details themselves are revealed one by one"),
  version,
});

export const revealedLogin = z.object({
  label: z.string(),
  username: z.string(),
  secret: z.string(),
  url: z.string().nullable(),
});

/** For each term it is sold by: each time, and once at the start. */
const catalogPrice = servicePrice.extend({ setupMinor: z.int().describe("Once, in minor units") });

const catalogPrices = z
  .array(catalogPrice)
  .optional()
  .describe("In the account's own currency, without tax. Only for those who may see prices of services");

export const product = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  family: z.string(),
  terms: z.array(term).describe("What it is sold by"),
  options: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      choices: z.array(z.object({ slug: z.string(), name: z.string(), usual: z.boolean(), prices: catalogPrices })),
    }),
  ),
  prices: catalogPrices,
});

/** The sums of an invoice before there is one. */
export const invoicePreview = z.object({
  lines: z.array(z.object({ description: z.string(), value: moneySchema })),
  discount: moneySchema.nullable(),
  taxes: z.array(z.object({ basisPoints: z.int(), value: moneySchema })),
  reverseCharge: z.boolean(),
  total: moneySchema,
});

export const orderQuote = z.object({
  product,
  term,
  options: z.array(z.object({ name: z.string(), choice: z.string() })),
  coupon: z.string().nullable().describe("What the code is called, where one was given and is good"),
  mistakes: z.record(z.string(), z.string()).describe("What would be refused, by field"),
  invoice: invoicePreview.optional().describe("Only for those who may see prices of services"),
});

export const orderStatuses = ["placed", "fulfilled", "declined", "cancelled"] as const;

export const placedOrder = z.object({
  id,
  number: z.int(),
  placedAt: isoDateTime,
  product: z.string(),
  name: z.string(),
  location: z.string(),
  status: z.enum(orderStatuses),
  options: z.array(z.string()),
  serviceId: id.optional().describe("Where the viewer may see the service"),
  price,
  invoice: z
    .object({ id, number: z.string().nullable(), due: moneySchema })
    .optional()
    .describe("Where the viewer may see invoices"),
});

export const cancellation = z.object({
  id,
  name: z.string(),
  product: z.string(),
  status: serviceStatus,
  renewsAt: isoDateTime.nullable(),
  loginCount: z.int(),
  openTicketCount: z.int(),
  limitedContacts: z.array(z.string()).describe("People whose access is limited to this service alone"),
  version,
});

export type ServiceStatus = z.infer<typeof serviceStatus>;
export type ServicePrice = z.infer<typeof servicePrice>;
export type ServiceList = z.infer<typeof serviceList>;
export type ServiceHead = z.infer<typeof serviceHead>;
export type ServiceDetail = z.infer<typeof serviceDetail>;
export type RevealedLogin = z.infer<typeof revealedLogin>;
export type Product = z.infer<typeof product>;
export type Term = z.infer<typeof term>;
export type OrderQuote = z.infer<typeof orderQuote>;
export type InvoicePreview = z.infer<typeof invoicePreview>;
export type PlacedOrder = z.infer<typeof placedOrder>;
export type Cancellation = z.infer<typeof cancellation>;
