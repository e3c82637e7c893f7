import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { notifyServices } from "@/lib/billing/core/dunning/notify-services";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { sealCredential } from "./credential-secret";
import type { GivenLogin } from "./login-input";

interface SetUp {
  readonly serviceId: string;
  readonly name: string;
  /** The rows that may be changed: the caller's own filter, and the version they saw. */
  readonly where: Prisma.ServiceWhereInput;
  readonly logins: readonly GivenLogin[];
}

/**
 * Ends the set-up of a service: stores its credentials and notifies those who get service notifications. False if there
 * is nothing to set up any more, or someone else was faster.
 */
export async function finishSetUp(context: NotifyingContext, setUp: SetUp): Promise<boolean> {
  const { serviceId, name, where, logins } = setUp;
  const { db, account } = context;
  const { count } = await db.service.updateMany({
    where: { AND: [where, { id: serviceId, accountId: account.id, settingUp: true }] },
    data: { settingUp: false, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await db.serviceCredential.createMany({
    data: logins.map(({ label, username, secret, url }) => ({
      accountId: account.id,
      serviceId,
      label,
      username,
      secret: sealCredential(secret, serviceId),
      url: url === "" ? null : url,
    })),
  });
  await notifyServices(context, "set up", [{ id: serviceId, name }]);
  return true;
}
