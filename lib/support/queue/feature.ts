import type { Feature } from "@/lib/platform/operations/feature";
import { changeTicket } from "./change-ticket";
import { countQueue } from "./count-queue";
import { listQueue } from "./list-queue";
import { lookAtTicket } from "./look-at-ticket";
import { ticketAssigned } from "./ticket-assigned";

export const queueFeature: Feature = {
  name: "support/queue",
  operations: [changeTicket, countQueue, listQueue, lookAtTicket],
  notifications: [ticketAssigned],
};
