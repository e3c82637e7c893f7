import type { Feature } from "@/lib/platform/operations/feature";
import { chooseEndpoint } from "./choose-endpoint";
import { createEndpoint } from "./create-endpoint";
import { listDeliveries } from "./list-deliveries";
import { listEndpoints } from "./list-endpoints";
import { renewSecret } from "./renew-secret";
import { resendDelivery } from "./resend-delivery";
import { sendChangesJob } from "./send-changes-job";
import { sendOrdersJob } from "./send-orders-job";
import { signingKey } from "./signing-key";
import { updateEndpoint } from "./update-endpoint";
import { viewProductProvisioning } from "./view-product-provisioning";

export const provisioningFeature: Feature = {
  name: "services/provisioning",
  operations: [
    listEndpoints,
    createEndpoint,
    updateEndpoint,
    renewSecret,
    viewProductProvisioning,
    chooseEndpoint,
    listDeliveries,
    resendDelivery,
  ],
  jobs: [sendOrdersJob, sendChangesJob],
  sealed: [signingKey],
};
