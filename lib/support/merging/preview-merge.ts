import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { checkMerge, reopens } from "./check-merge";
import { mergingTicket, ticketNumbered } from "./locked-tickets";
import { mergePreview, type namedPeople, otherNumber } from "./schema";

/** More names than that nobody reads. */
const MOST_NAMED = 25;

/** What a merge would do: who of the account sees only one of the two tickets, before as after. */
export const previewMerge = defineQuery({
  name: "merging.preview",
  permission: "support.tickets.assign",
  scope: "account",
  alsoChecks: ["support.tickets.view"],
  summary: "Preview the merge of a ticket into another (staff)",
  activity: "preview a merge",
  input: z.object({ ticketId: id, into: otherNumber.optional().describe("Left out: nothing is previewed yet") }),
  output: mergePreview,
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}/merge-preview" },
  run: async (context, { ticketId, into: number }) => {
    const ticket = await mergingTicket(context, ticketId);
    await authorize(context, "support.tickets.assign", ticket);
    if (number === undefined) return { ticket, preview: null };
    const into = await mergingTicket(context, await ticketNumbered(context, number));
    await checkMerge(context, ticket, into);
    const able = await context.roster({ given: ["support.tickets.view"] });
    const people = able.map(({ name, viewer }) => {
      const sees = (one: typeof ticket) => can(viewer, "support.tickets.view", one);
      return { name, merged: sees(ticket), stays: sees(into) };
    });
    return {
      ticket,
      preview: {
        into,
        reopens: reopens(ticket, into),
        seeOnlyTheOther: namesOf(people.filter(({ merged, stays }) => stays && !merged)),
        seeOnlyTheMerged: namesOf(people.filter(({ merged, stays }) => merged && !stays)),
      },
    };
  },
});

function namesOf(people: readonly { readonly name: string }[]): z.input<typeof namedPeople> {
  const names = people.map(({ name }) => name);
  return { names: names.slice(0, MOST_NAMED), more: Math.max(0, names.length - MOST_NAMED) };
}
