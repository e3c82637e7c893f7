import type { Feature } from "@/lib/platform/operations/feature";
import { listNotReady } from "./list-not-ready";
import { requireTwoFactor } from "./require-two-factor";
import { resetTwoFactor } from "./reset-two-factor";
import { stopRequiring } from "./stop-requiring";
import { twoFactorJob } from "./two-factor-job";
import { viewPolicy } from "./view-policy";

export const twoFactorPolicyFeature: Feature = {
  name: "accounts/two-factor",
  operations: [viewPolicy, listNotReady, requireTwoFactor, stopRequiring, resetTwoFactor],
  jobs: [twoFactorJob],
};
