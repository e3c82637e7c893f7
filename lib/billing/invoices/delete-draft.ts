import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { seenRecord } from "./managed-record";

/** A draft has no number yet, so deleting it leaves no gap in the series. */
export const deleteDraft = defineCommand({
  name: "invoices.delete-draft",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Delete a draft invoice",
  activity: "delete a draft invoice",
  input: z.object({ invoiceId: id, version }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/invoices/{invoiceId}" },
  async run(context, asked) {
    const { db, account } = context;
    const { id: invoiceId, status } = await seenRecord(context, asked);
    if (status !== "draft")
      throw new Problem("conflict", t("Only a draft can be deleted. Void an issued invoice instead."));
    const { count } = await db.invoice.deleteMany({
      where: { accountId: account.id, id: invoiceId, status: "draft", version: asked.version },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { id: invoiceId },
      audit: { summary: say("Deleted a draft invoice"), target: { type: "invoice", id: invoiceId } },
    };
  },
});
