import type { Feature } from "@/lib/platform/operations/feature";
import { listOwnMessages } from "./list-own-messages";
import { mergeTicket } from "./merge-ticket";
import { previewMerge } from "./preview-merge";
import { splitTicket } from "./split-ticket";
import { unmergeTicket } from "./unmerge-ticket";

export const mergingFeature: Feature = {
  name: "support/merging",
  operations: [listOwnMessages, mergeTicket, previewMerge, splitTicket, unmergeTicket],
};
