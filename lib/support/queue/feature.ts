import type { Feature } from "@/lib/platform/operations/feature";
import { changeTicket } from "./change-ticket";
import { countQueue } from "./count-queue";
import { listQueue } from "./list-queue";
import { lookAtTicket } from "./look-at-ticket";

export const queueFeature: Feature = {
  name: "support/queue",
  operations: [changeTicket, countQueue, listQueue, lookAtTicket],
};
