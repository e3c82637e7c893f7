import type { Feature } from "@/lib/platform/operations/feature";
import { acceptOwnership } from "./accept-ownership";
import { declineOwnership } from "./decline-ownership";
import { offerOwnership } from "./offer-ownership";
import { ownershipMailRecords } from "./ownership-mail-records";
import { offerPart } from "./ownership-offer";
import { viewOwnership } from "./view-ownership";
import { withdrawOffer } from "./withdraw-offer";

export const ownershipFeature: Feature = {
  name: "accounts/ownership",
  operations: [acceptOwnership, declineOwnership, offerOwnership, viewOwnership, withdrawOffer],
  dashboard: [offerPart],
  mailRecords: ownershipMailRecords,
};
