import { asWorker } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { currentLocale } from "@/lib/platform/language/with-language";
import { shown } from "@/lib/platform/operations/stored";
import { processInbound } from "./process-inbound";
import { mailOutcome } from "./schema";

/** Processes a mail that was just decided about. Throws `conflict` with the reason if it still can't be done. */
export async function outcomeAfter(id: string) {
  await processInbound({ only: id });
  const mail = await asWorker((db) =>
    db.inboundMail.findUnique({ where: { id }, select: { outcome: true, summary: true, said: true } }),
  );
  const { outcome, summary, said } = mail ?? { outcome: null, summary: null, said: null };
  if (outcome === "waiting" || outcome === "refused")
    throw new Problem("conflict", shown({ summary: summary ?? "", said }, currentLocale()));
  return { id, outcome: mailOutcome.parse(outcome ?? "processing") };
}
