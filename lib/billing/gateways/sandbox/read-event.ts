import { z } from "zod";
import { BadSignature, type GatewayReport } from "@/lib/billing/gateways/payment-gateway";
import { verify } from "./signature";

const minor = z.string().regex(/^\d+$/).transform(BigInt);

const outcome = z.discriminatedUnion("status", [
  z.object({ status: z.literal("succeeded"), ref: z.string(), amountMinor: minor, currency: z.string().length(3) }),
  z.object({ status: z.literal("failed"), ref: z.string(), code: z.string(), message: z.string() }),
]);

const common = { eventId: z.string(), type: z.string(), at: z.iso.datetime().transform((at) => new Date(at)) };

const report = z.discriminatedUnion("about", [
  z.object({ ...common, about: z.literal("charge"), key: z.string(), accountId: z.uuid(), outcome }),
  z.object({
    ...common,
    about: z.literal("dispute"),
    ref: z.string(),
    chargeRef: z.string(),
    amountMinor: minor,
    currency: z.string().length(3),
    status: z.enum(["open", "won", "lost"]),
    reason: z.string().nullable(),
  }),
]);

/** @throws BadSignature */
export async function readEvent(body: string, signature: string): Promise<GatewayReport> {
  verify(body, signature, new Date());
  const read = report.safeParse(JSON.parse(body));
  if (!read.success) throw new BadSignature("This isn't an event of the sandbox bank.");
  return read.data;
}
