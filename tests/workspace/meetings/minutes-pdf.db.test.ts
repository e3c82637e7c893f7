import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileOutput } from "@/lib/platform/kernel/file-output";
import { circulateMinutes } from "@/lib/workspace/meetings/minutes/circulate-minutes";
import { downloadMinutesPdf } from "@/lib/workspace/meetings/minutes/download-minutes-pdf";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { recuseFromItem } from "@/lib/workspace/meetings/recusals/recuse-from-item";
import { pdfText } from "@/tests/billing/invoices/pdf-text";
import { fileBytes } from "@/tests/fixtures/file-text";
import { problemOf } from "@/tests/fixtures/problem-of";
import { GLOBEX, type MeetingsPortal, meetingsPortal, pastMeeting, uninvite } from "./arrange";

const SECRET = "Zanzibar";

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

const textOf = async ({ body }: FileOutput): Promise<string> => pdfText(await fileBytes(body)).join("\n");

/** With an item that is nobody's secret, and one that may be somebody's. */
async function meeting(confidential = false) {
  const made = await at.meeting({
    ...pastMeeting,
    title: "Board of the harbour",
    people: [at.contacts.billing, at.contacts.support],
    items: [
      { title: "Opening", minutes: "Everybody was **welcome**.\n\n- 議事録\n- محضر" },
      { title: `${SECRET} offer`, minutes: `${SECRET} was discussed.`, confidential },
    ],
  });
  return { ...made, item: { meetingId: made.meetingId, itemId: made.itemIds[1] ?? "" } };
}

describe("minutes as PDF", () => {
  it("say of a draft that it is one, and are for those who may read it", async () => {
    const { meetingId } = await meeting();
    expect((await problemOf(at.asBilling(downloadMinutesPdf, { meetingId }))).code).toBe("not-found");
    await at.asOwner(circulateMinutes, { meetingId });
    const text = await textOf(await at.asBilling(downloadMinutesPdf, { meetingId }));
    for (const expected of [
      "Board of the harbour",
      "Draft minutes, sent to the attendees for comment. They aren't signed.",
      "Everybody was welcome.",
      "議事録",
      `${SECRET} was discussed.`,
    ])
      expect(text).toContain(expected);
    expect(text).not.toContain("SHA-256");
  });

  it("carry the hash of the signature, also of an earlier one", async () => {
    const { meetingId } = await meeting();
    const { hash } = await at.asOwner(signMinutes, { meetingId });
    for (const input of [{ meetingId }, { meetingId, number: 1 }]) {
      const text = await textOf(await at.asBilling(downloadMinutesPdf, input));
      expect(text.replace(/\s/g, "")).toContain(hash);
      expect(text).toContain("Signed by Ingrid Solheim");
    }
    expect((await problemOf(at.asBilling(downloadMinutesPdf, { meetingId, number: 2 }))).code).toBe("not-found");
  });

  it("leave out what a confidential item says", async () => {
    const { meetingId } = await meeting(true);
    for (const step of [circulateMinutes, signMinutes]) {
      await at.asOwner(step, { meetingId });
      const text = await textOf(await at.asBilling(downloadMinutesPdf, { meetingId }));
      expect(text).not.toContain(SECRET);
      expect(text).toContain("Confidential item");
      expect(text).toContain("These minutes are confidential.");
      expect(await textOf(await at.asOwner(downloadMinutesPdf, { meetingId }))).toContain(`${SECRET} was discussed.`);
    }
  });

  it("leave out an item for whoever is recused from it, with the sentence of the screen", async () => {
    const { meetingId, item } = await meeting();
    await at.asOwner(recuseFromItem, { ...item, contactId: at.contacts.billing, reason: "Their firm made an offer" });
    await at.asOwner(circulateMinutes, { meetingId });
    const draft = await textOf(await at.asBilling(downloadMinutesPdf, { meetingId }));
    expect(draft).not.toContain(SECRET);
    expect(draft).toContain("You are recused from this item because: Their firm made an offer");
    await at.asOwner(signMinutes, { meetingId });
    const signed = await textOf(await at.asBilling(downloadMinutesPdf, { meetingId }));
    expect(signed).not.toContain(SECRET);
    expect(signed).toContain("You are recused from this item.");
    expect(await textOf(await at.asSupport(downloadMinutesPdf, { meetingId }))).toContain(`${SECRET} was discussed.`);
  });

  it("are gone with the invitation, and unknown to another account", async () => {
    const { meetingId } = await meeting();
    await at.asOwner(signMinutes, { meetingId });
    await at.asBilling(downloadMinutesPdf, { meetingId });
    await uninvite(at, meetingId, at.contacts.billing);
    expect((await problemOf(at.asBilling(downloadMinutesPdf, { meetingId }))).code).toBe("not-found");
    const elsewhere = at.run(GLOBEX, at.portal.demo.globex.id);
    expect((await problemOf(elsewhere(downloadMinutesPdf, { meetingId }))).code).toBe("not-found");
  });
});
