import type { Feature } from "@/lib/platform/operations/feature";
import { endLook } from "./end-look";
import { endLooksJob } from "./end-looks-job";
import { listOwnLooks } from "./list-own-looks";
import { startLook } from "./start-look";

export const looksFeature: Feature = {
  name: "accounts/looks",
  operations: [endLook, listOwnLooks, startLook],
  jobs: [endLooksJob],
};
