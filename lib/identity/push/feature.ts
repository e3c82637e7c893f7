import type { Feature } from "@/lib/platform/operations/feature";
import { listDevices } from "./list-devices";
import { removeDevice } from "./remove-device";
import { subscribeDevice } from "./subscribe-device";

export const pushFeature: Feature = {
  name: "identity/push",
  operations: [listDevices, removeDevice, subscribeDevice],
};
