import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { cursorPageOf } from "@/lib/platform/kernel/page";
import { invoicePreview, price, product, servicePrice, serviceStatus, term } from "@/lib/services/core/schema";

/** When a plan change or cancellation takes effect. */
export const planTime = z.enum(["now", "renewal"]);

export const endTime = z.enum(["now", "periodEnd"]);

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

export const serviceList = cursorPageOf(serviceHead).extend({
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
      renewal: moneySchema.describe("Total of the first renewal after the change, including tax and discounts"),
    })
    .optional()
    .describe("Only for viewers with access to service prices"),
  version,
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

export type ServiceList = z.infer<typeof serviceList>;
export type ServiceHead = z.infer<typeof serviceHead>;
export type ServiceDetail = z.infer<typeof serviceDetail>;
export type ServiceToSetUp = z.infer<typeof serviceToSetUp>;
export type SetUpTask = z.infer<typeof setUpTask>;
export type PlanChoices = z.infer<typeof planChoices>;
export type PlanPreview = z.infer<typeof planPreview>;
export type Cancellation = z.infer<typeof cancellation>;
