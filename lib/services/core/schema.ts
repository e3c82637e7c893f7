import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { pageOf } from "@/lib/platform/kernel/page";
import { serviceStatuses } from "./lifecycle";

export const serviceStatus = z.enum(serviceStatuses);

/** A service's display name: a host name, a domain, "Nightly backups". */
export const serviceName = z
  .string()
  .overwrite(oneLine)
  .min(1, "Enter a name.")
  .max(120, "A name can have up to 120 characters.");

export const term = z.enum(["month", "year"]);

/** Choices by option, both by slug, e.g. { memory: "16gb" }. An option that isn't given gets its default choice. */
export const wantedOptions = z
  .record(z.string().max(60), z.string().max(60))
  .refine((wanted) => Object.keys(wanted).length <= 30, "Too many options.")
  .default({})
  .describe("Choices by option, both by slug");

/** When a plan change or cancellation takes effect. */
export const planTime = z.enum(["now", "renewal"]);
export const endTime = z.enum(["now", "periodEnd"]);

/** As typed; empty means none. */
export const couponCode = z.string().trim().max(40, "A coupon code can have up to 40 characters.").default("");

/** Whether account credit is applied to an order's invoice. */
export const useCredit = z.boolean().default(true).describe("Whether to apply account credit to the invoice");

/** The price per interval, without tax. */
export const servicePrice = moneySchema.extend({ interval: term });

const price = servicePrice.optional().describe("Only for viewers with access to service prices; omitted otherwise");

const serviceHead = z.object({
  id,
  name: z.string(),
  status: serviceStatus,
  settingUp: z.boolean().describe("Paid but not set up yet; the billing period has started"),
  product: z.string(),
  family: z.string(),
  location: z.string(),
  renewsAt: isoDateTime.nullable(),
  endsAt: isoDateTime.nullable().describe("Set when the service ends instead of renewing"),
  price,
});

export const serviceList = pageOf(serviceHead).extend({
  families: z.array(z.string()).describe("Product families of the services visible to the viewer"),
});

export const serviceDetail = serviceHead.extend({
  description: z.string().describe("Product description"),
  hasLogin: z.boolean().describe("Whether this product comes with credentials"),
  options: z.array(z.string()),
  nextPlan: z.object({ product: z.string(), term, options: z.array(z.string()) }).nullable(),
  startedAt: isoDateTime,
  cancelledAt: isoDateTime.nullable(),
  cancelReason: z.string().nullable(),
  stoppedForDebt: z
    .boolean()
    .optional()
    .describe("Whether it is suspended for an unpaid invoice. Only for viewers with access to invoices"),
  order: z.object({ number: z.int(), placedAt: isoDateTime, placedBy: z.string() }).nullable(),
  logins: z
    .array(z.object({ id, label: z.string() }))
    .optional()
    .describe("Only for viewers with access to credentials; each secret is revealed separately"),
  version,
});

/** What staff have to set up, oldest payment first. */
export const serviceToSetUp = z.object({
  id,
  name: z.string(),
  product: z.string(),
  location: z.string(),
  paidAt: isoDateTime,
  account: z.object({ id, number: z.string(), name: z.string() }),
});

/** Login details entered together, as many as one form has room for. */
export const MOST_LOGINS = 4;

/** What staff need to know to set a service up. */
export const setUpTask = z.object({
  id,
  name: z.string(),
  product: z.string(),
  hasLogin: z.boolean(),
  location: z.string(),
  options: z.array(z.string()),
  paidAt: isoDateTime,
  order: z.object({ number: z.int(), placedBy: z.string(), note: z.string().nullable() }).nullable(),
  version,
});

export const revealedLogin = z.object({
  label: z.string(),
  username: z.string(),
  secret: z.string(),
  url: z.string().nullable(),
});

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

export const orderQuote = z.object({
  product,
  term,
  options: z.array(z.object({ name: z.string(), choice: z.string() })),
  coupon: z.string().nullable().describe("Name of the coupon, if a valid code was given"),
  mistakes: z.record(z.string(), z.string()).describe("Validation errors by field"),
  invoice: invoicePreview.optional().describe("Only for viewers with access to service prices"),
  credit: z
    .object({
      available: moneySchema,
      used: moneySchema.describe("Credit applied to the invoice"),
      due: moneySchema.describe("Amount due after credit"),
    })
    .optional()
    .describe("Only for viewers with access to service prices and account credit, if there is any"),
});

export const planChoices = z.object({
  service: z.object({
    id,
    name: z.string(),
    productId: id,
    product: z.string(),
    term,
    options: z.record(z.string(), z.string()),
    renewsAt: isoDateTime.nullable(),
    version,
  }),
  obstacle: z.string().nullable().describe("Why the plan can't be changed right now"),
  products: z.array(product).describe("Products of the same family"),
});

export const planPreview = z.object({
  product: z.string(),
  term,
  options: z.array(z.object({ name: z.string(), choice: z.string() })),
  when: planTime,
  startsAt: isoDateTime,
  renewsAt: isoDateTime.describe("After the change"),
  daysLeft: z.int().describe("Unused days in the current period"),
  daysIn: z.int(),
  money: z
    .object({
      price: servicePrice,
      credited: moneySchema.nullable().describe("Credit for unused time, including tax"),
      invoice: invoicePreview.nullable(),
      credit: moneySchema.describe("Account credit applied to the invoice"),
      due: moneySchema,
    })
    .optional()
    .describe("Only for viewers with access to service prices"),
  version,
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
  settingUp: z.boolean().describe("Paid, but the service is not set up yet"),
  options: z.array(z.string()),
  serviceId: id.optional().describe("If the viewer can see the service"),
  price,
  invoice: z
    .object({ id, number: z.string().nullable(), due: moneySchema })
    .optional()
    .describe("If the viewer can see invoices"),
});

export const cancellation = z.object({
  id,
  name: z.string(),
  product: z.string(),
  status: serviceStatus,
  renewsAt: isoDateTime.nullable(),
  loginCount: z.int(),
  openTicketCount: z.int(),
  limitedContacts: z.array(z.string()).describe("People whose access is limited to this service"),
  endsAt: isoDateTime.nullable().describe("Set when a cancellation is already scheduled"),
  unused: z
    .object({ daysLeft: z.int(), daysIn: z.int(), credited: moneySchema })
    .nullable()
    .optional()
    .describe("Credit if cancelled now; only for viewers with access to service prices"),
  openInvoices: z
    .array(z.object({ id, number: z.string().nullable(), due: moneySchema }))
    .describe("Open invoices for this service that remain due, as visible to the viewer"),
  version,
});

export type ServiceStatus = z.infer<typeof serviceStatus>;
export type ServicePrice = z.infer<typeof servicePrice>;
export type ServiceList = z.infer<typeof serviceList>;
export type ServiceHead = z.infer<typeof serviceHead>;
export type ServiceDetail = z.infer<typeof serviceDetail>;
export type ServiceToSetUp = z.infer<typeof serviceToSetUp>;
export type SetUpTask = z.infer<typeof setUpTask>;
export type RevealedLogin = z.infer<typeof revealedLogin>;
export type Product = z.infer<typeof product>;
export type Term = z.infer<typeof term>;
export type OrderQuote = z.infer<typeof orderQuote>;
export type InvoicePreview = z.infer<typeof invoicePreview>;
export type PlanChoices = z.infer<typeof planChoices>;
export type PlanPreview = z.infer<typeof planPreview>;
export type PlacedOrder = z.infer<typeof placedOrder>;
export type Cancellation = z.infer<typeof cancellation>;
