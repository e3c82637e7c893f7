import { describe, expect, it } from "vitest";
import { can, canAll, canSome, where } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import { toPrismaWhere } from "@/lib/policy/filter";
import { isRecusedFrom, rowsNotRecused } from "@/lib/policy/recused-records";
import { viewerLookingAs, viewerOf } from "@/lib/policy/viewer";
import { contact, staffViewer } from "./people";

const voter = contact({ roles: ["billing"] });
const owner = contact({ roles: ["owner"] });
const decision = (recused: readonly (string | null)[], of = voter) => ({
  chairContactId: of.contactId,
  invitations: [{ contactId: of.contactId ?? "", mayVote: true }],
  recusals: recused.map((contactId) => ({ contactId: contactId ?? "" })),
});

describe("a recusal", () => {
  it("takes away the content and the vote of one decision, and leaves the others", () => {
    const viewer = viewerOf(voter);
    expect(can(viewer, "decisions.proposals.view", decision([]))).toBe(true);
    expect(can(viewer, "decisions.proposals.vote", decision(["someone else"]))).toBe(true);
    expect(can(viewer, "decisions.proposals.view", decision([voter.contactId]))).toBe(false);
    expect(can(viewer, "decisions.proposals.vote", decision([voter.contactId]))).toBe(false);
    expect(canSome(viewer, "decisions.proposals.vote")).toBe(true);
  });

  it("binds the owner too, who still sees that the decision exists", () => {
    const viewer = viewerOf(owner);
    const recused = decision([owner.contactId], owner);
    expect(can(viewer, "decisions.proposals.view", recused)).toBe(false);
    expect(can(viewer, "decisions.titles.view", recused)).toBe(false);
    expect(can(viewer, "decisions.proposals.lead", recused)).toBe(false);
    expect(can(viewer, "decisions.search", recused)).toBe(true);
  });

  it("is not lifted by a permission that is granted to the person alone", () => {
    const granted = contact({ roles: ["billing"], on: ["decisions.proposals.view", "decisions.proposals.vote"] });
    const recused = decision([granted.contactId], granted);
    expect(can(viewerOf(granted), "decisions.proposals.vote", recused)).toBe(false);
  });

  it("is part of the filter of a list", () => {
    expect(JSON.stringify(toPrismaWhere(where(viewerOf(voter), "decisions.proposals.view")))).toContain(
      JSON.stringify({ recusals: { none: { contactId: { equals: voter.contactId } } } }),
    );
  });

  it("is explained, and nobody is named who could grant the permission instead", () => {
    const why = explain(viewerOf(owner), "decisions.proposals.vote", decision([owner.contactId], owner), [
      { subject: contact({ roles: ["administrator"] }), name: "Ada Admin" },
    ]);
    expect(why).toMatchObject({
      allowed: false,
      grantors: [],
      sentence: "You are recused from this, so “Vote” isn't available to you here. Only its chair can change that.",
    });
    expect(why.because).toContainEqual(expect.objectContaining({ kind: "condition", condition: "ifVoter", met: true }));
    expect(why.because).toContainEqual(expect.objectContaining({ kind: "gate", gate: "recused" }));
  });

  it("is not asked of somebody who is no contact", () => {
    expect(explain(staffViewer("agent"), "decisions.proposals.view", decision([null])).because).toEqual([
      { kind: "not-given" },
    ]);
  });
});

describe("a recusal from a record without a permission of its own", () => {
  const item = (...recused: (string | null)[]) => ({
    recusals: recused.map((contactId) => ({ contactId: contactId ?? "" })),
  });
  const looking = viewerLookingAs(voter, viewerOf(owner));

  it("is asked of the viewer, and of whoever looks as them", () => {
    const asked = [item(), item("someone else"), item(voter.contactId), item(owner.contactId)];
    expect(asked.map((one) => isRecusedFrom(viewerOf(voter), "meetingItem", one))).toEqual([false, false, true, false]);
    expect(asked.map((one) => isRecusedFrom(looking, "meetingItem", one))).toEqual([false, false, true, true]);
  });

  it("is part of the filter of a list for both", () => {
    const none = (contactId: string | null) =>
      JSON.stringify({ recusals: { none: { contactId: { equals: contactId } } } });
    const own = JSON.stringify(toPrismaWhere(rowsNotRecused(viewerOf(voter), "meetingItem")));
    expect(own).toContain(none(voter.contactId));
    expect(own).not.toContain(none(owner.contactId));
    const both = JSON.stringify(toPrismaWhere(rowsNotRecused(looking, "meetingItem")));
    expect([both.includes(none(voter.contactId)), both.includes(none(owner.contactId))]).toEqual([true, true]);
  });
});

describe("a permission for every record there is", () => {
  it("has no condition, and no recusal can take a record away from it", () => {
    expect(canAll(viewerOf(owner), "meetings.view")).toBe(true);
    expect(canAll(viewerOf(voter), "meetings.view")).toBe(false);
    expect(canAll(viewerOf(contact()), "meetings.view")).toBe(false);
    expect(canAll(viewerOf(owner), "documents.view")).toBe(false);
  });

  it("is only held in a look if both hold it", () => {
    const administrator = contact({ roles: ["administrator"] });
    expect(canAll(viewerLookingAs(owner, viewerOf(administrator)), "meetings.view")).toBe(true);
    expect(canAll(viewerLookingAs(owner, viewerOf(voter)), "meetings.view")).toBe(false);
    expect(canAll(viewerLookingAs(voter, viewerOf(owner)), "meetings.view")).toBe(false);
  });
});
