import { z } from "zod";
import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { newAccessInput } from "@/lib/accounts/core/access-schema";
import { changeInWords } from "@/lib/accounts/core/change-in-words";
import { heldByChange } from "@/lib/accounts/core/held-by-change";
import { viewedContact } from "@/lib/accounts/core/known-contact";
import { accessPreview } from "@/lib/accounts/core/schema";
import { validateAccessChange } from "@/lib/accounts/core/validate-access-change";
import { id } from "@/lib/platform/kernel/ids";
import { told } from "@/lib/platform/kernel/told";
import { defineQuery } from "@/lib/platform/operations/operation";
import { previewNotes } from "./preview-notes";

/** Previews a change of access: what the person would gain and lose, notifications included. */
export const previewChange = defineQuery({
  name: "people.preview-change",
  permission: "people.roles.change",
  scope: "account",
  summary: "Preview what a change of access would grant and remove; without a contact, for someone new",
  activity: "preview a change of access",
  input: z.object({ contactId: id.optional(), ...newAccessInput }),
  output: accessPreview,
  http: { method: "GET", path: "/accounts/{accountId}/access-preview" },
  run: async (context, { contactId, ...asked }) => {
    const contact = contactId === undefined ? null : await viewedContact(context, contactId);
    const target = { kind: contact?.kind ?? "member", subject: contact?.person.subject ?? null } as const;
    const { next, verdict } = await validateAccessChange(context, target, asked);
    const held = contact && verdict.ok ? await heldByChange(context, contact, next) : [];
    return {
      contactId: contact?.id ?? null,
      name: contact?.name ?? null,
      allowed: verdict.ok,
      refusal: verdict.ok
        ? null
        : { refusal: verdict.refusal, sentence: verdict.sentence, permission: verdict.permission ?? null },
      changes: verdict.ok ? changeInWords(verdict, target.subject, next, context.realNow) : [],
      notes: verdict.ok ? previewNotes(context, target.subject, next, held) : [],
      access: told(accessInWords(next, context.actor.timeZone), context.actor.locale),
    };
  },
});
