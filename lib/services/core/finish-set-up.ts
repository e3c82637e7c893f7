import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { notifyServices } from "@/lib/billing/core/dunning/notify-services";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { GivenLogin } from "./login-input";
import { loginRow } from "./login-row";
import { sendLoginLinks } from "./send-login-links";

interface SetUp {
  readonly serviceId: string;
  readonly name: string;
  /** The rows that may be changed: the caller's own filter, and the version they saw. */
  readonly where: Prisma.ServiceWhereInput;
  readonly logins: readonly GivenLogin[];
  /** The real time, for links. */
  readonly realNow: Date;
}

/**
 * Ends the set-up of a service: stores its credentials and notifies those who get service notifications; whoever of them may
 * view the credentials gets a link that reveals them once. False if there is nothing to set up any more, or someone else
 * was faster.
 */
export async function finishSetUp(context: NotifyingContext, setUp: SetUp): Promise<boolean> {
  const { serviceId, name, where, logins, realNow } = setUp;
  const { db, account } = context;
  const { count } = await db.service.updateMany({
    where: { AND: [where, { id: serviceId, accountId: account.id, settingUp: true }] },
    data: { settingUp: false, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await db.serviceCredential.createMany({
    data: logins.map((login) => loginRow({ accountId: account.id, serviceId }, login)),
  });
  const service = { id: serviceId, name };
  const told =
    logins.length === 0 ? new Set() : await sendLoginLinks(context, { ...service, justSetUp: true }, realNow);
  const others = async () => (await context.people()).filter(({ contactId }) => !told.has(contactId));
  await notifyServices({ ...context, people: others }, "set up", [service]);
  return true;
}
