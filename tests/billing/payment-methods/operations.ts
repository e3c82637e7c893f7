import { randomUUID } from "node:crypto";
import { sandboxGateway } from "@/lib/billing/gateways/sandbox/sandbox-gateway";
import { paymentMethod } from "@/tests/billing/arrange";
import { nothing } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const setup = async ({ portal, accountId }: Arrangement) => {
  const { ref: gatewayRef } = await sandboxGateway.beginSetup({
    key: randomUUID(),
    customerRef: "sbc_sample",
    kind: "card",
  });
  const row = {
    accountId,
    gateway: "sandbox" as const,
    gatewayRef,
    kind: "card" as const,
    startedByName: "Sample Person",
  };
  return (await portal.owner.paymentMethodSetup.create({ data: row })).id;
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                           own adm bil sup b+s cus age acc man
  "payment-methods.begin-setup":     { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ kind: "card", replacesId: await paymentMethod(at) }) },
  "payment-methods.change-autopay":  { may: " +   +   +   -   +   -   -   -   - ", sample: () => ({ on: false }) },
  "payment-methods.finish-setup":    { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({
    setupId: await setup(at),
    token: "tok_success",
    holder: "Sample Person",
    expiry: `12/${new Date().getUTCFullYear() + 1}`,
  }) },
  "payment-methods.list":            { may: " +   +   +   -   +   -   -   +   + ", sample: nothing },
  "payment-methods.make-default":    { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ methodId: await paymentMethod(at) }) },
  "payment-methods.remove":          { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ methodId: await paymentMethod(at) }) },
  "payment-methods.view-setup-choices":   { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ replacesId: await paymentMethod(at) }) },
  "payment-methods.view-setup":      { may: " +   +   +   -   +   -   -   -   - ", sample: async (at) => ({ setupId: await setup(at) }) },
};
