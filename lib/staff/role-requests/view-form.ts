import { z } from "zod";
import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { viewedContact } from "@/lib/accounts/core/known-contact";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { told } from "@/lib/platform/kernel/told";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { planOf } from "@/lib/policy/access-plan";
import { canSome } from "@/lib/policy/evaluate";
import { roles } from "@/lib/policy/roles";
import { isOwner } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { proposeRole } from "./propose-role";
import { type RoleRequestForm, roleRequestForm } from "./schema";

/** Who may ask for a role on this account, and what a ticket says, for the form to record a request. */
export const viewRoleRequestForm = defineQuery({
  name: "role-requests.view-form",
  permission: "staff.roles.give",
  scope: "account",
  alsoChecks: ["support.tickets.view"],
  summary: "View who may ask for a role, and the request in a ticket",
  activity: "view the form for a role request",
  input: z.object({ contactId: id.optional(), ticketId: id.optional() }),
  output: roleRequestForm,
  http: { method: "GET", path: "/accounts/{accountId}/role-request-form" },
  run: async (context, { contactId, ticketId }) => {
    const contact = contactId === undefined ? null : await viewedContact(context, contactId);
    return {
      ...(await whoMayAsk(context)),
      person: contact && {
        name: contact.name,
        email: contact.email,
        access: told(accessInWords(planOf(contact.person.subject), "UTC"), currentLocale()),
      },
      draft: ticketId === undefined ? null : await draftOf(context, ticketId),
    };
  },
});

/** Besides the owner. */
const MOST_NAMED = 20;

async function whoMayAsk({ members }: Context): Promise<Pick<RoleRequestForm, "mayAsk" | "moreMayAsk">> {
  const permission = "people.roles.change";
  const [owner, given] = await Promise.all([
    members({ owner: true }),
    members({ given: [permission], some: MOST_NAMED + 2 }),
  ]);
  const others = given.filter(({ subject }) => !isOwner(subject));
  const inCharge = [...owner, ...others].filter((one) => canSome(viewerOf(one.subject), permission));
  return {
    mayAsk: inCharge.slice(0, MOST_NAMED + 1).map(({ contactId, name, email, subject }) => {
      const [first] = subject.roles;
      return { contactId, name, email, as: first ? t(roles[first.role].name) : t("Custom") };
    }),
    moreMayAsk: inCharge.length > MOST_NAMED + 1,
  };
}

/** As much of a message as a request keeps. */
const MOST_KEPT = 20_000;

/** The last message that a customer wrote in the ticket. */
async function draftOf(context: Context<"account">, ticketId: string): Promise<RoleRequestForm["draft"]> {
  const ticket = await context.db.ticket.findFirst({
    where: accessibleWhere(context, "support.tickets.view", { id: ticketId }),
    select: {
      number: true,
      messages: {
        where: { authorIsStaff: false, internal: false },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { body: true, authorContactId: true },
      },
    },
  });
  if (ticket === null) throw notFound(t("Ticket not found."));
  const [message] = ticket.messages;
  const original = cutText(message?.body ?? "", MOST_KEPT);
  return {
    reference: `#${ticket.number}`,
    original,
    requesterId: message?.authorContactId ?? null,
    role: proposeRole(original),
  };
}
