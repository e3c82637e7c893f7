import { buildActions } from "@/prisma/seed/builders/action";
import { buildMeeting } from "@/prisma/seed/builders/meeting";
import { noExports, nothing, ownerOf } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

/** Assigned to the caller where they are of the account. */
async function action(at: Arrangement) {
  const mine = await at.portal.owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  const me = mine ? { contactId: mine.id, name: mine.name } : await ownerOf(at);
  const [actionId = ""] = await buildActions(at.portal.owner, at.accountId, [
    { title: "Sample", createdBy: await ownerOf(at), createdAt: new Date(), assignees: [me] },
  ]);
  return { actionId };
}

async function comment(at: Arrangement) {
  const { actionId } = await action(at);
  const { id: authorPersonId } = await at.portal.owner.person.findUniqueOrThrow({ where: { email: at.email } });
  const { id: commentId } = await at.portal.owner.actionComment.create({
    data: { accountId: at.accountId, actionId, authorPersonId, authorName: "Sample", body: "Hello" },
    select: { id: true },
  });
  return { actionId, commentId };
}

const edited = async (at: Arrangement) => ({
  ...(await action(at)),
  version: 1,
  title: "Other",
  details: "",
  dueOn: null,
  assigneeIds: [at.portal.demo.northwind.contacts.support],
});

/** An item of a past meeting that the caller chairs where they are of the account. */
async function item(at: Arrangement) {
  const { owner } = at.portal;
  const mine = await owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  const createdBy = mine ? { contactId: mine.id, name: mine.name } : await ownerOf(at);
  const chair = createdBy.contactId;
  const { meetingId, itemId } = await buildMeeting(owner, at.accountId, { createdBy, chair, people: [chair] });
  return { meetingId, itemId, title: "Sample", assigneeIds: [chair] };
}

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                own adm bil sup b+s cus age acc man
  "actions.comment":         { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ ...(await action(at)), comment: "Hello" }) },
  "actions.create":          { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ title: "Sample", assigneeIds: [(await ownerOf(at)).contactId] }) },
  "actions.create-for-item": { may: " +   +   +   +   +   -   -   -   - ", sample: item },
  "actions.delete-comment":  { may: " +   +   +   +   +   -   -   -   - ", sample: comment },
  "actions.download-csv":    { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "actions.prepare-download-csv": { may: " +   +   +   +   +   -   -   -   - ", sample: noExports },
  "actions.download-pdf":    { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "actions.prepare-download-pdf": { may: " +   +   +   +   +   -   -   -   - ", sample: noExports },
  "actions.edit":            { may: " +   +   -   -   -   -   -   -   - ", sample: edited },
  "actions.list":            { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "actions.list-history":    { may: " +   +   +   +   +   -   -   -   - ", sample: action },
  "actions.list-of-meeting": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await item(at)).meetingId, which: "earlier" }) },
  "actions.report-progress": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ ...(await action(at)), status: "inProgress" }) },
  "actions.resend":          { may: " +   +   -   -   -   -   -   -   - ", sample: action },
  "actions.set-status":      { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ ...(await action(at)), version: 1, status: "inProgress" }) },
  "actions.view-due-dates": { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "actions.view":            { may: " +   +   +   +   +   -   -   -   - ", sample: action },
  "actions.view-choices":    { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
};
