import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { pageOf } from "@/lib/platform/kernel/page";

export const endpointList = pageOf(
  z.object({
    id,
    name: z.string(),
    url: z.string(),
    active: z.boolean(),
    isDefault: z.boolean(),
    products: z.int().describe("Products that are sent here whatever the default is"),
    version,
  }),
);
export type EndpointList = z.infer<typeof endpointList>;
export type Endpoint = EndpointList["items"][number];

/** A new secret, shown in this answer only. */
export const newSecret = z.object({ id, name: z.string(), token: z.string().describe("The key of the signatures") });

export const MOST_DELIVERIES = 20;

export const deliveryList = z.object({
  items: z
    .array(
      z.object({
        id,
        endpoint: z.string(),
        event: z.string().describe("As in the message: service.set-up, service.suspended, …"),
        status: z.enum(["queued", "delivered", "failed"]),
        attempts: z.int(),
        createdAt: isoDateTime,
        finishedAt: isoDateTime.nullable(),
        nextTryAt: isoDateTime.nullable(),
        responseStatus: z.int().nullable(),
        responseBody: z.string().nullable(),
        error: z.string().nullable(),
      }),
    )
    .max(MOST_DELIVERIES)
    .describe("The latest"),
  canResend: z.boolean(),
});
export type DeliveryList = z.infer<typeof deliveryList>;

/** Who sets the services of a product up. */
export const productProvisioning = z.object({
  endpoint: z.string().describe("default, staff, or the id of an endpoint"),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type ProductProvisioning = z.infer<typeof productProvisioning>;
