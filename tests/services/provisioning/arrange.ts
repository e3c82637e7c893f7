import { seal } from "@/lib/platform/keys/seal";
import { signingKey } from "@/lib/services/provisioning/signing-key";
import { buildService } from "@/prisma/seed/builders/service";
import { unique } from "@/tests/operations/arrange";
import type { Arrangement } from "@/tests/operations/arrangement";

export async function endpoint({ portal }: Arrangement, changes: { url?: string; isDefault?: boolean } = {}) {
  const id = crypto.randomUUID();
  const secret = seal(signingKey, { id }, "signing-key");
  const data = { id, name: `Panel ${unique()}`, url: "https://panel.example/hook", secret, activeSince: new Date(0) };
  return portal.owner.provisioningEndpoint.create({ data: { ...data, ...changes } });
}

/** A paid service whose product has an endpoint of its own, and whose first message has failed. */
export async function failedDelivery(at: Arrangement) {
  const { owner } = at.portal;
  const { id: endpointId } = await endpoint(at);
  const slug = unique();
  const price = { currency: "EUR", interval: "month" as const, priceMinor: 100n };
  await owner.product.create({
    data: { slug, name: slug, description: "", family: "Samples", endpointId, prices: { create: price } },
  });
  const now = new Date();
  const plan = { product: slug, name: `${slug}.example`, startedAt: now, renewsAt: now, settingUp: true };
  const serviceId = await buildService(owner, at.accountId, plan);
  const { accountId } = at;
  await owner.provisioningDelivery.create({
    data: { accountId, serviceId, endpointId, payload: "{}", status: "failed", finishedAt: now },
  });
  return { serviceId, endpointId };
}
