import type { Feature } from "@/lib/platform/operations/feature";
import { billingJobs } from "./jobs";

/** What billing does by itself; what people do is with the nouns. */
export const billingFeature: Feature = {
  name: "billing/core",
  operations: [],
  notices: ["notices.invoices.receive", "notices.billing.receive"],
  jobs: billingJobs,
};
