import { inAccount } from "@/lib/billing/core/in-account";
import type { PaymentGateway } from "@/lib/billing/gateways/payment-gateway";
import type { Job } from "@/lib/platform/db/transaction";

/** The account's customer at a gateway, created on first use. If two callers create it at once, one is kept. */
export async function gatewayCustomer(accountId: string, gateway: PaymentGateway): Promise<string> {
  const { known, request } = await inAccount(accountId, (job) => read(job, gateway.name));
  if (known !== null) return known;
  const { ref: gatewayRef } = await gateway.customer({ accountId, ...request });
  return inAccount(accountId, async (job) => {
    const row = { accountId: job.account.id, gateway: gateway.name, gatewayRef };
    await job.db.gatewayCustomer.createMany({ data: [row], skipDuplicates: true });
    return (await read(job, gateway.name)).known ?? gatewayRef;
  });
}

async function read({ db, account }: Job, gateway: PaymentGateway["name"]) {
  const found = await db.gatewayCustomer.findFirst({ where: { accountId: account.id, gateway } });
  const { owner } = await db.account.findUniqueOrThrow({
    where: { id: account.id },
    select: { owner: { select: { email: true } } },
  });
  return { known: found?.gatewayRef ?? null, request: { name: account.name, email: owner.email } };
}
