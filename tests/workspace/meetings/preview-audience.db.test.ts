import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { previewAgendaAudience } from "@/lib/workspace/meetings/agenda/preview-audience";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { recuseFromItem } from "@/lib/workspace/meetings/recusals/recuse-from-item";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type MeetingsPortal, meetingsPortal } from "./arrange";

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

const people = () => [
  ["billing@northwind.example", at.contacts.billing],
  ["support@northwind.example", at.contacts.support],
  ["administrator@northwind.example", at.contacts.administrator],
];

describe("the preview of an agenda", () => {
  it("names who won't see an item, recused or not among its readers, and who sees it without an invitation", async () => {
    const { meetingId, itemIds } = await at.meeting({
      people: [at.contacts.billing, at.contacts.support],
      items: [
        { title: "Open" },
        { title: "Pay", confidential: true, readers: [at.contacts.billing] },
        { title: "Offer" },
      ],
    });
    const offer = { meetingId, itemId: itemIds[2] ?? "" };
    await at.asOwner(recuseFromItem, { ...offer, contactId: at.contacts.billing, reason: "Works there" });
    const { items } = await at.asOwner(previewAgendaAudience, { meetingId });
    expect(items.map(({ title }) => title)).toEqual(["Pay", "Offer"]);
    expect(items[0]?.shutOut).toMatchObject([{ id: at.contacts.support, why: "Not among its readers" }]);
    expect(items[0]?.unexpected.map(({ id }) => id)).toContain(at.contacts.owner);
    expect(items[1]?.shutOut).toMatchObject([{ id: at.contacts.billing, why: "Recused from it" }]);
  });

  it("agrees with what each of them sees once it is published", async () => {
    const { meetingId, itemIds } = await at.meeting({
      people: [at.contacts.billing],
      items: [{ title: "Pay", confidential: true, readers: [at.contacts.billing] }, { title: "Offer" }],
    });
    const offer = { meetingId, itemId: itemIds[1] ?? "" };
    await at.asOwner(recuseFromItem, { ...offer, contactId: at.contacts.administrator, reason: "Works there" });
    const { readers, items } = await at.asOwner(previewAgendaAudience, { meetingId });
    await at.asOwner(publishAgenda, { meetingId });
    for (const [email = "", id = ""] of people()) {
      const seen = await at
        .run(email)(viewMeeting, { meetingId })
        .catch(() => null);
      expect(
        readers.some((one) => one.id === id),
        email,
      ).toBe(seen !== null);
      for (const item of seen?.agenda.items ?? []) {
        const shut = items.find((one) => one.id === item.id)?.shutOut.some((one) => one.id === id) ?? false;
        expect(shut, `${email} ${item.title}`).toBe(item.hidden);
      }
    }
  });

  it("is for those who run the meeting, and says nothing of items from which they are recused", async () => {
    const { meetingId, itemId } = await at.meeting({ people: [at.contacts.billing] });
    expect((await problemOf(at.asBilling(previewAgendaAudience, { meetingId }))).code).toBe("refused");
    const contactId = at.contacts.administrator;
    await at.asOwner(recuseFromItem, { meetingId, itemId, contactId, reason: "Works there" });
    const theirs = await at.run("administrator@northwind.example")(previewAgendaAudience, { meetingId });
    expect(theirs.items).toEqual([]);
  });
});
