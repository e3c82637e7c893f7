import { addDays } from "@/lib/platform/kernel/dates";
import { buildDecision, type DecisionPlan } from "@/prisma/seed/builders/decision";
import { nothing, ownerOf, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { folderFor } from "@/tests/workspace/documents/arrange";

/** A decision that the caller chairs and votes on, if they are of the account. */
const decision = async (at: Arrangement, plan: Partial<DecisionPlan> = {}) => {
  const own = await at.portal.owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  const owner = await ownerOf(at);
  const caller = own ? { id: own.id, name: own.name } : { id: owner.contactId, name: owner.name };
  return buildDecision(at.portal.owner, at.accountId, { title: "Sample", chair: caller, voters: [caller.id], ...plan });
};

const someoneElse = async ({ portal, accountId, email }: Arrangement) =>
  (
    await portal.owner.contact.findFirstOrThrow({
      where: { accountId, kind: "member", status: "active", email: { not: email } },
      orderBy: { id: "asc" },
    })
  ).id;

const later = { voteBy: "2190-03-01T18:00", timeZone: "Europe/Amsterdam" };
const proposal = { title: "Sample", purpose: "A purpose", options: ["Yes", "No"], abstention: "Abstain", ...later };
const extended = () => ({ ...later, voteBy: addDays(new Date(), 30).toISOString().slice(0, 16), reason: "A holiday" });
const closed = (): Partial<DecisionPlan> => ({
  status: "closed",
  rounds: [{ votes: {}, openedAt: addDays(new Date(), -9), voteBy: addDays(new Date(), -2) }],
});
const recused = async (at: Arrangement) => {
  const contactId = await someoneElse(at);
  const decisionId = await decision(at, { recused: [{ contactId, reason: "Works there" }] });
  return { decisionId, contactId, reason: "No longer works there" };
};
const conflict = async (at: Arrangement) => {
  const [decisionId, contactId, { accountId }] = [await decision(at), await someoneElse(at), at];
  const key = `kestrel ${unique()}`;
  await at.portal.owner.decisionOrganisation.create({ data: { accountId, decisionId, key, name: "Kestrel" } });
  const data = { accountId, contactId, key, organisation: "Kestrel", nature: "Director", fromDay: new Date() };
  await at.portal.owner.interest.create({ data });
  return { decisionId, contactId, key };
};

/** Whose chair has been recused: another person. */
const chairless = async (at: Arrangement) => {
  const contactId = await someoneElse(at);
  const own = await at.portal.owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  const plan = { chair: { id: contactId, name: "Chair" }, recused: [{ contactId, reason: "Works there" }] };
  return { decisionId: await decision(at, own ? { ...plan, voters: [own.id] } : plan) };
};

const file = async (at: Arrangement) => (await folderFor(at.portal.owner, at.accountId, [])).documentId;

async function attached(at: Arrangement) {
  const decisionId = await decision(at);
  const { id: attachmentId } = await at.portal.owner.documentAttachment.create({
    data: { accountId: at.accountId, decisionId, documentId: await file(at), version: 1, addedByName: "Ana" },
  });
  return { decisionId, attachmentId };
}

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                              own adm bil sup b+s cus age acc man
  "decisions.add-members":     { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at), voters: [await someoneElse(at)] }) },
  "decisions.attach-document": { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at), documentId: await file(at) }) },
  "decisions.detach-document": { may: " +   +   -   -   -   -   -   -   - ", sample: attached },
  "decisions.close":           { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at), reason: "Everybody has voted" }) },
  "decisions.comment":         { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at), body: "A comment" }) },
  "decisions.create":          { may: " +   +   -   -   -   -   -   -   - ", sample: () => proposal },
  "decisions.download-result": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at, closed()) }) },
  "decisions.download-result-pdf": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at, closed()) }) },
  "decisions.edit":            { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at), version: 1, ...proposal }) },
  "decisions.extend":          { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at), ...extended() }) },
  "decisions.dismiss-conflict": { may: " +   +   -   -   -   -   -   -   - ", sample: conflict },
  "decisions.view-deadlines": { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "decisions.lift-recusal":    { may: " +   +   -   -   -   -   -   -   - ", sample: recused },
  "decisions.list":            { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "decisions.list-comments":   { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at) }) },
  "decisions.open":            { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at, { status: "draft" }) }) },
  "decisions.preview-audience": { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at) }) },
  "decisions.recuse":          { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at), contactId: await someoneElse(at), reason: "Works there" }) },
  "decisions.remind":          { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at) }) },
  "decisions.start-round":     { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at, closed()), reason: "Too few voted", ...later }) },
  "decisions.take-chair":      { may: " +   +   -   -   -   -   -   -   - ", sample: chairless },
  "decisions.view":            { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at) }) },
  "decisions.view-choices":    { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "decisions.view-member-choices": { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at) }) },
  "decisions.view-outline":    { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at) }) },
  "decisions.view-result":     { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at, closed()) }) },
  "decisions.vote":            { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at), round: 1, position: 1 }) },
  "decisions.withdraw":        { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ decisionId: await decision(at), reason: "No longer needed" }) },
};
