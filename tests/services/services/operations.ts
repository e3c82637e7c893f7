import { addDays } from "@/lib/platform/kernel/dates";
import { buildService } from "@/prisma/seed/builders/service";
import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { service } from "@/tests/services/arrange";

/** A service that the caller can see: a contact limited to services sees the chosen ones. */
const visibleService = (at: Arrangement) =>
  at.email.startsWith("custom@") && at.accountId === at.portal.demo.northwind.id
    ? at.portal.demo.northwind.services.web1
    : service(at);

/** A service that runs and renews, and a larger plan for it. */
const otherPlan = async (at: Arrangement) => {
  const serviceId = await visibleService(at);
  const { owner } = at.portal;
  await owner.service.update({
    where: { id: serviceId },
    data: { renewsAt: addDays(new Date(), 20), status: "active" },
  });
  return { serviceId, productId: (await owner.product.findUniqueOrThrow({ where: { slug: "vps-l" } })).id };
};

const servicePlanned = async (at: Arrangement) => {
  const { serviceId, productId } = await otherPlan(at);
  const nextPlan = { productId, interval: "month", options: [], priceMinor: 6990 };
  await at.portal.owner.service.update({ where: { id: serviceId }, data: { nextPlan } });
  return serviceId;
};

const serviceToSetUp = ({ portal, accountId }: Arrangement) =>
  buildService(portal.owner, accountId, {
    product: "vps-s",
    name: `${unique()}.example`,
    startedAt: new Date(),
    renewsAt: addDays(new Date(), 30),
    settingUp: true,
  });

const serviceEnding = async (at: Arrangement) => {
  const { serviceId } = await otherPlan(at);
  await at.portal.owner.service.update({ where: { id: serviceId }, data: { cancelAtPeriodEnd: true } });
  return serviceId;
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                          own adm bil sup b+s cus age acc man
  "services.cancel":                { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ serviceId: await visibleService(at), confirmName: "sample.example", version: 1 }) },
  "services.change-plan":           { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ ...(await otherPlan(at)), version: 1 }) },
  "services.complete-set-up":       { may: " -   -   -   -   -   -   +   -   + ", sample: async (at) => ({
    serviceId: await serviceToSetUp(at),
    logins: [{ label: "SSH", username: "root", secret: "sample" }],
    version: 1,
  }) },
  "services.keep-plan":             { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ serviceId: await servicePlanned(at), version: 1 }) },
  "services.list":                  { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "services.list-to-set-up":        { may: " -   -   -   -   -   -   +   -   + ", sample: nothing },
  "services.view-plan-choices":          { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ serviceId: await visibleService(at) }) },
  "services.preview-cancellation":  { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ serviceId: await visibleService(at) }) },
  "services.preview-plan":          { may: " +   -   -   -   -   -   -   -   - ", sample: otherPlan },
  "services.rename":                { may: " +   +   -   -   -   -   +   -   + ", sample: async (at) => ({ serviceId: await visibleService(at), name: "renamed.example", version: 1 }) },
  "services.undo-cancellation":     { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ serviceId: await serviceEnding(at), version: 1 }) },
  "services.view":                  { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => ({ serviceId: await visibleService(at) }) },
  "services.view-set-up":           { may: " -   -   -   -   -   -   +   -   + ", sample: async (at) => ({ serviceId: await serviceToSetUp(at) }) },
};
