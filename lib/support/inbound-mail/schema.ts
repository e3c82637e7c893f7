import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { mailIdentities } from "./mail-facts";
import { mailOutcomes } from "./outcome";

export const mailOutcome = z.enum([...mailOutcomes, "processing"]);
export const mailIdentity = z.enum(mailIdentities);
export const mailDepartment = z.enum(["support", "billing", "sales"]);

const namedAccount = z.object({ id, name: z.string() });

export const inboundMailItem = z.object({
  id,
  from: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  to: z.string(),
  department: mailDepartment,
  outcome: mailOutcome,
  /** Why, in one sentence; empty while it is processed. */
  reason: z.string(),
  account: namedAccount.nullable(),
  receivedAt: isoDateTime,
});

export const inboundMailDetail = inboundMailItem.extend({
  entrance: z.enum(["smtp", "imap"]),
  envelopeFrom: z.string(),
  clientIp: z.string().nullable(),
  messageId: z.string().nullable(),
  bytes: z.int(),
  /** How sure the sender is; null if it wasn't read. */
  identity: mailIdentity.nullable(),
  checks: z
    .object({
      spf: z.string(),
      dkim: z.string(),
      dmarc: z.string(),
      signedBy: z.string().nullable(),
      partly: z.boolean(),
    })
    .nullable(),
  /** The ticket it was added to, or seems to belong to. */
  ticket: z.object({ id: id.nullable(), number: z.int() }).nullable(),
  /** Accounts that the sender's address is a contact of. */
  senderAccounts: z.array(namedAccount.extend({ number: z.string() })),
  alsoTo: z.array(z.string()),
  decided: z.object({ by: z.string(), at: isoDateTime }).nullable(),
  /** Until when it is kept as it came. */
  keepUntil: isoDateTime,
  /** Null if it is no longer kept, or can't be read. */
  content: z
    .object({
      text: z.string(),
      hasHtml: z.boolean(),
      remoteImages: z.int().describe("Pictures left out of its original, which would be loaded from elsewhere"),
      files: z.array(z.object({ name: z.string(), type: z.string(), bytes: z.int(), inline: z.boolean() })),
    })
    .nullable(),
});

/** Of more accounts, nobody would find theirs in a list. */
export const MOST_CHOICES = 200;

/** An email of the viewer's own that waits until they say which account it is about. */
export const ownWaiting = z.object({
  id,
  subject: z.string(),
  receivedAt: isoDateTime,
  /** Those of their accounts on which they may open a ticket in the department that they wrote to. */
  accounts: z.array(namedAccount).max(MOST_CHOICES),
});
export type OwnWaiting = z.infer<typeof ownWaiting>;

export type InboundMailItem = z.infer<typeof inboundMailItem>;
export type InboundMailDetail = z.infer<typeof inboundMailDetail>;
