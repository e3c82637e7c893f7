import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/lib/home/search/find";
import { addMembers } from "@/lib/workspace/decisions/add-members";
import { castVote } from "@/lib/workspace/decisions/cast-vote";
import { closeDecision } from "@/lib/workspace/decisions/close-decision";
import { createDecision } from "@/lib/workspace/decisions/create-decision";
import { extendDecision } from "@/lib/workspace/decisions/extend-decision";
import { liftRecusal } from "@/lib/workspace/decisions/lift-recusal";
import { listDecisions } from "@/lib/workspace/decisions/list-decisions";
import { recuse } from "@/lib/workspace/decisions/recuse";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { viewOutline } from "@/lib/workspace/decisions/view-outline";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { worldOf } from "./world";

let portal: TestPortal;
let world: ReturnType<typeof worldOf>;
beforeAll(async () => {
  portal = await testPortal();
  world = worldOf(portal);
});
afterAll(() => portal.close());

const title = (activity: string, cell: string) => `Decisions, ${activity}: ${cell}`;
const later = { voteBy: "2190-03-01T18:00", timeZone: "Europe/Amsterdam" };
const extended = () => ({
  ...later,
  voteBy: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16),
  reason: "A holiday",
});
const proposal = { title: "x", purpose: "x", options: ["Yes", "No"], ...later };
const listed = async (who: string, q: string) => (await world.run(who, listDecisions, { q })).items.map(({ id }) => id);
/** As the person's role sees it: a relation that goes while they are signed in. */
const uninvite = (decisionId: string, contactId: string) =>
  portal.owner.decisionInvitation.deleteMany({ where: { decisionId, contactId } });
const toViewer = (decisionId: string, contactId: string) =>
  portal.owner.decisionInvitation.updateMany({ where: { decisionId, contactId }, data: { mayVote: false } });

describe(title("Search Decisions", "Only ones invited to"), () => {
  it("finds a decision the contact is invited to, with or without a vote", async () => {
    const { billing } = world.contacts;
    const voting = await world.build({ title: "Zebra crossing", voters: [billing] });
    const following = await world.build({
      title: "Zebra stripes",
      voters: [world.contacts.support],
      viewers: [billing],
    });
    expect(await listed("billing", "zebra")).toEqual([following, voting]);
    const { results } = await world.run("billing", find, { q: "zebra" });
    expect(results.map(({ title }) => title)).toEqual(["Zebra stripes", "Zebra crossing"]);
  });

  it("finds none they are not invited to, by title, by number or in search", async () => {
    const id = await world.build({ title: "Okapi enclosure", voters: [world.contacts.support] });
    const { number } = await portal.owner.decision.findUniqueOrThrow({ where: { id } });
    expect(await listed("billing", "okapi")).toEqual([]);
    expect(await listed("billing", String(number))).not.toContain(id);
    expect((await world.run("billing", find, { q: "okapi" })).results).toEqual([]);
    expect(await world.answer("billing", viewOutline, { decisionId: id })).toBe("not-found");
  });

  it("stops finding it as soon as the invitation is gone, in a session that is still open", async () => {
    const { billing } = world.contacts;
    const id = await world.build({ title: "Tapir house", voters: [billing, world.contacts.support] });
    expect(await listed("billing", "tapir")).toEqual([id]);
    await uninvite(id, billing);
    expect(await listed("billing", "tapir")).toEqual([]);
  });

  it("finds none of another account", async () => {
    const decisionId = await world.buildElsewhere();
    for (const who of ["owner", "billing"])
      expect(await world.answer(who, viewOutline, { decisionId })).toBe("not-found");
  });

  it("shows owner and administrator that a decision exists, and neither its title nor that a title matches", async () => {
    const id = await world.build({
      title: "Pangolin merger",
      voters: [world.contacts.billing],
      chair: { id: world.contacts.billing, name: "Priya Raman" },
    });
    for (const who of ["owner", "administrator"] as const) {
      const { items } = await world.run(who, listDecisions, {});
      expect(items.find((one) => one.id === id)).toMatchObject({ title: null, state: "open", mine: "none" });
      expect(await listed(who, "pangolin")).toEqual([]);
      expect((await world.run(who, find, { q: "pangolin" })).results).toEqual([]);
    }
  });
});

describe(title("Create Proposal", "No Access"), () => {
  it("is refused to billing and support, also together, and allowed to owner and administrator", async () => {
    for (const who of ["billing", "support", "billingSupport"])
      expect(await world.answer(who, createDecision, proposal)).toBe("refused");
    for (const who of ["owner", "administrator"])
      expect(await world.answer(who, createDecision, proposal)).toBe("allowed");
  });
});

describe(title("Add members to proposal", "No Access"), () => {
  it("is refused to billing even on a decision they vote on, and allowed to owner and administrator who aren't invited", async () => {
    const { billing, support, billingSupport } = world.contacts;
    const decisionId = await world.build({ voters: [billing], chair: { id: billing, name: "Priya Raman" } });
    expect(await world.answer("billing", addMembers, { decisionId, voters: [support] })).toBe("refused");
    expect(await world.answer("owner", addMembers, { decisionId, voters: [support] })).toBe("allowed");
    expect(await world.answer("administrator", addMembers, { decisionId, viewers: [billingSupport] })).toBe("allowed");
    const invited = await portal.owner.decisionInvitation.findMany({ where: { decisionId } });
    expect(invited.map(({ contactId }) => contactId).sort()).toEqual([billing, support, billingSupport].sort());
  });

  it("lets nobody invite themselves", async () => {
    const decisionId = await world.build({
      voters: [world.contacts.billing],
      chair: { id: world.contacts.billing, name: "P" },
    });
    const { owner, administrator } = world.contacts;
    expect(await world.answer("owner", addMembers, { decisionId, voters: [owner] })).toBe("invalid");
    expect(await world.answer("administrator", addMembers, { decisionId, viewers: [administrator] })).toBe("invalid");
    expect(await world.answer("owner", viewDecision, { decisionId })).toBe("refused");
  });
});

describe(title("View Proposals", "When invited to vote"), () => {
  it("shows a proposal to a contact who is invited to vote, and not to one who only follows it", async () => {
    const { billing, support } = world.contacts;
    const decisionId = await world.build({ voters: [billing], viewers: [support] });
    expect(await world.run("billing", viewDecision, { decisionId })).toMatchObject({ title: "A quiet matter" });
    expect(await world.answer("support", viewDecision, { decisionId })).toBe("refused");
  });

  it("does not exist for a contact who isn't invited", async () => {
    const decisionId = await world.build({ voters: [world.contacts.support] });
    expect(await world.answer("billing", viewDecision, { decisionId })).toBe("not-found");
  });

  it("ends in an open session when the vote, or the invitation, is taken away", async () => {
    const { billing } = world.contacts;
    const decisionId = await world.build({ voters: [billing] });
    expect(await world.answer("billing", viewDecision, { decisionId })).toBe("allowed");
    await toViewer(decisionId, billing);
    expect(await world.answer("billing", viewDecision, { decisionId })).toBe("refused");
    await uninvite(decisionId, billing);
    expect(await world.answer("billing", viewDecision, { decisionId })).toBe("not-found");
  });

  it("binds owner and administrator, who see the content only when they are invited", async () => {
    const { billing, owner } = world.contacts;
    const decisionId = await world.build({ voters: [billing], chair: { id: billing, name: "Priya Raman" } });
    expect(await world.answer("owner", viewDecision, { decisionId })).toBe("refused");
    expect(await world.answer("administrator", viewDecision, { decisionId })).toBe("refused");
    await world.run("administrator", addMembers, { decisionId, viewers: [owner] });
    expect(await world.answer("owner", viewDecision, { decisionId })).toBe("allowed");
  });

  it("does not exist on another account", async () => {
    const decisionId = await world.buildElsewhere();
    for (const who of ["owner", "billing"])
      expect(await world.answer(who, viewDecision, { decisionId })).toBe("not-found");
  });
});

describe(title("Vote on Proposals", "When invited to vote"), () => {
  const vote = (decisionId: string) => ({ decisionId, round: 1, position: 1 });

  it("is for those invited to vote, and for nobody else whatever their role", async () => {
    const { billing, support } = world.contacts;
    const decisionId = await world.build({ voters: [billing], viewers: [support] });
    expect(await world.answer("billing", castVote, vote(decisionId))).toBe("allowed");
    for (const who of ["support", "owner", "administrator"])
      expect(await world.answer(who, castVote, vote(decisionId))).toBe("refused");
    expect(await world.answer("billingSupport", castVote, vote(decisionId))).toBe("not-found");
    expect(await portal.owner.decisionVote.count({ where: { decisionId } })).toBe(1);
  });

  it("is lost with the invitation, in a session that is still open", async () => {
    const { billing } = world.contacts;
    const decisionId = await world.build({ voters: [billing] });
    await uninvite(decisionId, billing);
    expect(await world.answer("billing", castVote, vote(decisionId))).toBe("not-found");
  });

  it("does not exist on another account", async () => {
    const decisionId = await world.buildElsewhere();
    expect(await world.answer("owner", castVote, vote(decisionId))).toBe("not-found");
  });
});

describe("owner and administrator who aren't invited", () => {
  it("extend and close a vote without learning what it is about or how it ends", async () => {
    const { billing, support } = world.contacts;
    const decisionId = await world.build({
      title: "Narwhal fund",
      voters: [billing, support],
      chair: { id: billing, name: "Priya Raman" },
    });
    await world.run("billing", castVote, { decisionId, round: 1, position: 1 });
    const answers = [
      await world.run("owner", extendDecision, { decisionId, ...extended() }),
      await world.run("administrator", closeDecision, { decisionId, reason: "Everybody has voted" }),
      await world.run("administrator", viewOutline, { decisionId }),
    ];
    expect(JSON.stringify(answers)).not.toContain("Narwhal");
    expect(answers[2]).toMatchObject({ state: "closed", title: null, mine: "none" });
    expect(await world.answer("administrator", viewDecision, { decisionId })).toBe("refused");
    expect((await world.run("billing", viewDecision, { decisionId })).result?.outcome).toMatchObject({
      voted: 1,
      chosen: 1,
    });
  });

  it("may not do so as billing or support, even if they vote", async () => {
    const decisionId = await world.build({ voters: [world.contacts.billing] });
    expect(await world.answer("billing", extendDecision, { decisionId, ...extended() })).toBe("refused");
    expect(await world.answer("billing", closeDecision, { decisionId, reason: "Because" })).toBe("refused");
  });
});

describe("a recusal", () => {
  it("takes away view, vote and title, and is explained to the recused person with its reason", async () => {
    const { billing, support } = world.contacts;
    const decisionId = await world.build({ title: "Kestrel contract", voters: [billing, support] });
    expect(await world.answer("billing", viewDecision, { decisionId })).toBe("allowed");
    await world.run("owner", recuse, { decisionId, contactId: billing, reason: "Owns shares of Kestrel" });
    expect(await world.answer("billing", viewDecision, { decisionId })).toBe("refused");
    expect(await world.answer("billing", castVote, { decisionId, round: 1, position: 1 })).toBe("refused");
    expect(await listed("billing", "kestrel contract")).toEqual([]);
    expect(await world.run("billing", viewOutline, { decisionId })).toMatchObject({
      title: null,
      mine: "recused",
      recusal: { reason: "Owns shares of Kestrel", decidedByName: "Ingrid Solheim" },
    });
    await world.run("owner", liftRecusal, { decisionId, contactId: billing, reason: "Has sold them" });
    expect(await world.answer("billing", viewDecision, { decisionId })).toBe("allowed");
  });

  it("binds the owner, who may recuse themselves and can't undo that", async () => {
    const { owner, billing } = world.contacts;
    const decisionId = await world.build({ voters: [owner, billing] });
    await world.run("owner", recuse, { decisionId, contactId: owner, reason: "My sister's company" });
    expect(await world.answer("owner", viewDecision, { decisionId })).toBe("refused");
    expect(await world.answer("owner", liftRecusal, { decisionId, contactId: owner, reason: "It's fine" })).toBe(
      "refused",
    );
    expect(await world.answer("owner", castVote, { decisionId, round: 1, position: 1 })).toBe("refused");
  });

  it("is decided by the chair alone, not by another administrator or somebody invited", async () => {
    const { billing, support } = world.contacts;
    const decisionId = await world.build({ voters: [billing, support], viewers: [world.contacts.administrator] });
    const input = { decisionId, contactId: billing, reason: "Because I say so" };
    expect(await world.answer("administrator", recuse, input)).toBe("refused");
    expect(await world.answer("support", recuse, input)).toBe("refused");
  });
});
