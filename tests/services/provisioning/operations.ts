import { nothing, unique } from "@/tests/operations/arrange";
import type { OperationTests, Sample } from "@/tests/operations/arrangement";
import { newProduct } from "@/tests/services/catalogue/arrange";
import { endpoint, failedDelivery } from "./arrange";

const ofProduct: Sample = async ({ portal }) => ({ productId: (await newProduct(portal.owner)).id });
const ofService: Sample = async (at) => ({ serviceId: (await failedDelivery(at)).serviceId });
const details = () => ({ name: `Panel ${unique()}`, url: "https://panel.example/hook", active: true });

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                         own adm bil sup b+s cus age acc man
  "provisioning.list-endpoints":     { may: " -   -   -   -   -   -   -   -   + ", sample: nothing },
  "provisioning.create-endpoint":    { may: " -   -   -   -   -   -   -   -   + ", sample: details },
  "provisioning.update-endpoint":    { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ endpointId: (await endpoint(at)).id, ...details(), version: 1 }) },
  "provisioning.renew-secret":       { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ endpointId: (await endpoint(at)).id }) },
  "provisioning.view-product":       { may: " -   -   -   -   -   -   -   -   + ", sample: ofProduct },
  "provisioning.choose-endpoint":    { may: " -   -   -   -   -   -   -   -   + ", sample: async (at) => ({ ...(await ofProduct(at)), endpoint: "staff" }) },
  "provisioning.list-deliveries":    { may: " -   -   -   -   -   -   +   -   + ", sample: ofService },
  "provisioning.resend":             { may: " -   -   -   -   -   -   +   -   + ", sample: ofService },
};
