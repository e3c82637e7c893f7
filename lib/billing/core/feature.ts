import type { Feature } from "@/lib/platform/operations/feature";
import { billingJobs } from "./jobs";

/** Billing's scheduled jobs; operations are with their nouns. */
export const billingFeature: Feature = {
  name: "billing/core",
  operations: [],
  notices: ["notices.invoices.receive", "notices.billing.receive"],
  jobs: billingJobs,
};
