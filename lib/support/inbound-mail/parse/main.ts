import { setPriority } from "node:os";
import type { DnsZone, MailEnvelope, MailFacts, MailFileContents, ShownMail } from "../mail-facts";
import { checkShape } from "./check-shape";
import { lookupIn, withinBudget } from "./dns";
import { fileContents } from "./file-contents";
import { readMail } from "./read-mail";
import { showMail } from "./show-mail";

interface Task {
  readonly raw: Uint8Array;
  /** Read by the portal, shown to staff, or taken apart. */
  readonly as: "facts" | "shown" | "files";
  readonly envelope: MailEnvelope | null;
  readonly zone: DnsZone | null;
}

// On Linux each thread has its own priority: requests go before mail.
if (process.platform === "linux") setPriority(10);

/** The program of the thread that parses mail. It has no access to the database or secrets. */
export default async function parse({
  raw,
  as,
  envelope,
  zone,
}: Task): Promise<MailFacts | ShownMail | MailFileContents[]> {
  checkShape(raw);
  if (as === "files") return fileContents(raw);
  return as === "shown" || envelope === null ? showMail(raw) : readMail(raw, envelope, withinBudget(lookupIn(zone)));
}
