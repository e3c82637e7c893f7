import type { Feature } from "@/lib/platform/operations/feature";
import { createCannedReply } from "./create-canned-reply";
import { deleteCannedReply } from "./delete-canned-reply";
import { fillCannedReply } from "./fill-canned-reply";
import { listCannedReplies } from "./list-canned-replies";
import { listOfferedReplies } from "./list-offered-replies";
import { updateCannedReply } from "./update-canned-reply";

export const cannedRepliesFeature: Feature = {
  name: "support/canned-replies",
  operations: [
    createCannedReply,
    deleteCannedReply,
    fillCannedReply,
    listCannedReplies,
    listOfferedReplies,
    updateCannedReply,
  ],
};
