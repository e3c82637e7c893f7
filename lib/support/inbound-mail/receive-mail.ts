import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { say } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";
import { contentHash, headerField } from "./content-hash";
import { claimedBy } from "./known-address";
import { sealMail } from "./sealed-mail";

export interface ArrivedMail {
  readonly entrance: "smtp" | "imap";
  readonly raw: Uint8Array;
  /** Empty: the null sender. */
  readonly from: string;
  readonly to: readonly string[];
  readonly clientIp: string | null;
  readonly helo: string | null;
  /** Only of a server that the settings name. */
  readonly trustedResults: string | null;
}

/**
 * Stores a mail, once for each recipient, and returns when it can't be lost any more: only then may its sender be told
 * that it was accepted. The worker processes it. A second delivery of the same mail to the same recipient is kept as a
 * duplicate, without its content.
 */
export async function receiveMail(mail: ArrivedMail, now: Date = new Date()): Promise<void> {
  const { raw } = mail;
  const arrival = {
    entrance: mail.entrance,
    envelopeFrom: clean(mail.from),
    clientIp: mail.clientIp,
    helo: mail.helo === null ? null : clean(mail.helo),
    trustedResults: mail.trustedResults === null ? null : clean(mail.trustedResults, 5_000),
    messageId: messageIdOf(raw),
    contentHash: contentHash(raw),
    bytes: raw.length,
    receivedAt: now,
    nextTryAt: now,
    keepUntil: addDays(now, env().MAIL_IN_KEEP_DAYS),
  };
  // The one that names its ticket is processed first; the same mail to a department adds nothing then.
  const recipients = [...new Set(mail.to.map((one) => clean(one).toLowerCase()))].sort(
    (a, b) => Number(claimedBy(b) !== null) - Number(claimedBy(a) !== null),
  );
  await asWorker(async (db) => {
    for (const envelopeTo of recipients) await store(db, { ...arrival, envelopeTo }, raw);
  });
}

/** Records a mail that was turned away for its size. */
export async function noteTooLarge(
  mail: Omit<ArrivedMail, "raw">,
  bytes: number,
  now: Date = new Date(),
): Promise<void> {
  const limit = env().MAIL_IN_MEGABYTES;
  await asWorker((db) =>
    db.inboundMail.createMany({
      data: mail.to.map((to) => ({
        entrance: mail.entrance,
        envelopeFrom: clean(mail.from),
        envelopeTo: clean(to).toLowerCase(),
        clientIp: mail.clientIp,
        helo: mail.helo === null ? null : clean(mail.helo),
        contentHash: "",
        bytes,
        receivedAt: now,
        keepUntil: now,
        state: "done",
        doneAt: now,
        outcome: "tooLarge",
        ...stored(say("It is larger than {limit} MB, so it was returned to its sender.", { limit })),
      })),
    }),
  );
}

interface Arrival {
  readonly envelopeTo: string;
  readonly messageId: string | null;
  readonly contentHash: string;
  readonly receivedAt: Date;
}

async function store(db: ScopedDb, arrival: Arrival & Omit<Stored, keyof Arrival>, raw: Uint8Array): Promise<void> {
  const id = crypto.randomUUID();
  const onceKey = hashToken([arrival.messageId, arrival.envelopeTo, arrival.contentHash].join("\n"));
  const { count } = await db.inboundMail.createMany({
    data: { ...arrival, id, onceKey, ...sealMail(raw, id) },
    skipDuplicates: true,
  });
  if (count > 0) return;
  const { receivedAt } = arrival;
  await db.inboundMail.createMany({
    data: {
      ...arrival,
      state: "done",
      doneAt: receivedAt,
      outcome: "duplicate",
      ...stored(say("The same email to {address} arrived before.", { address: arrival.envelopeTo })),
    },
  });
}

interface Stored extends Arrival {
  readonly entrance: string;
  readonly envelopeFrom: string;
  readonly clientIp: string | null;
  readonly helo: string | null;
  readonly trustedResults: string | null;
  readonly bytes: number;
  readonly nextTryAt: Date;
  readonly keepUntil: Date;
}

const messageIdOf = (raw: Uint8Array): string | null =>
  /<[^<>\s\p{Cc}]{1,250}>/u.exec(headerField(raw, "message-id") ?? "")?.[0] ?? null;

const clean = (text: string, most = 320): string => text.replace(/\p{Cc}/gu, "").slice(0, most);
