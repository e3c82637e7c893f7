import { z } from "zod";
import { isoDateTime } from "@/lib/kernel/dates";
import { id, version } from "@/lib/kernel/ids";
import { moneySchema } from "@/lib/kernel/money";
import { pageOf } from "@/lib/kernel/page";
import { serviceStatuses } from "./lifecycle";

export const serviceStatus = z.enum(serviceStatuses);

/** What people call a service: a host name, a domain, "Nightly backups". */
export const serviceName = z.string().trim().min(1, "Give it a name.").max(120, "A name has 120 characters at most.");

/** Where a service can be ordered to run; one list for every product. */
export const serviceLocation = z.enum(["Amsterdam, AMS-2", "Frankfurt, FRA-1", "Global"]);

/** What is paid for each interval, without tax. */
export const servicePrice = moneySchema.extend({ interval: z.enum(["month", "year"]) });

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

export const product = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  family: z.string(),
  price,
});

export const placedOrder = z.object({
  id,
  number: z.int(),
  placedAt: isoDateTime,
  product: z.string(),
  name: z.string(),
  location: z.string(),
  serviceId: id.optional().describe("Where the viewer may see the service"),
  price,
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
export type PlacedOrder = z.infer<typeof placedOrder>;
export type Cancellation = z.infer<typeof cancellation>;
