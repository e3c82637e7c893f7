import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  replyBy,
  statusAfter,
  statusesBefore,
  statusWhenOpened,
  type TicketEvent,
  ticketStatuses,
} from "@/lib/support/tickets/lifecycle";

const events: readonly TicketEvent[] = ["customerReplies", "staffReplies", "close", "reopen"];

describe("the lifecycle of a ticket", () => {
  it.each([
    ["open", "customerReplies", "open"],
    ["open", "staffReplies", "answered"],
    ["open", "close", "closed"],
    ["open", "reopen", null],
    ["answered", "customerReplies", "open"],
    ["answered", "staffReplies", "answered"],
    ["answered", "close", "closed"],
    ["answered", "reopen", null],
    ["closed", "customerReplies", "open"],
    ["closed", "staffReplies", "answered"],
    ["closed", "close", null],
    ["closed", "reopen", "open"],
  ] as const)("%s, %s: %s", (status, event, after) => {
    expect(statusAfter(status, event)).toBe(after);
  });

  it("awaits staff when a customer opens it, and the customer when staff do", () => {
    expect([statusWhenOpened(false), statusWhenOpened(true)]).toEqual(["open", "answered"]);
  });

  it("names exactly the statuses in which an event can happen", () => {
    for (const event of events) {
      expect(statusesBefore(event)).toEqual(ticketStatuses.filter((status) => statusAfter(status, event) !== null));
    }
    expect(statusesBefore("close")).toEqual(["open", "answered"]);
    expect(statusesBefore("reopen")).toEqual(["closed"]);
  });

  it("always accepts a reply, and then awaits the other party", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events)), fc.boolean(), (past, isStaff) => {
        const now = past.reduce((status, event) => statusAfter(status, event) ?? status, statusWhenOpened(false));
        expect(statusAfter(now, replyBy(isStaff))).toBe(isStaff ? "answered" : "open");
      }),
    );
  });
});
