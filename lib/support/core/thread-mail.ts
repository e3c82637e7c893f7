import { env } from "@/lib/platform/config/env";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { newMessageId, type Threading } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { signedAddress } from "./signed-address";

/** Someone who is sent a mail about a ticket: a contact of its account or a staff member. */
export interface ThreadReader {
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly address: string;
}

/** The message that mail is about. */
interface MailedMessage {
  readonly id: string;
  readonly ticketId: string;
  /** A note that only staff see: an answer to it stays one. */
  readonly internal?: boolean;
}

/** More would only make the header longer. */
const MOST_REFERENCES = 10;
/** Messages that were split off are older than all others of their ticket, and one of them at least is no note. */
const FIRST_MESSAGES = 5;

/**
 * Records that mail about a ticket is sent, so that answers and bounces find their way back, and returns how each
 * reader's copy continues the conversation, by address. Empty if the portal doesn't receive mail.
 */
export async function threadMail(
  { db, account, realNow }: Context<"account">,
  { id, ticketId, internal = false }: MailedMessage,
  readers: readonly ThreadReader[],
): Promise<ReadonlyMap<string, Threading>> {
  if (env().MAIL_IN_DOMAIN === undefined || readers.length === 0) return new Map();
  const mails = readers.map((reader) => ({ ...reader, id: crypto.randomUUID(), messageId: newMessageId() }));
  const about = { ticketId, ticketMessageId: id, internal };
  const addresses = readers.map(({ address }) => address);
  const earlier = await earlierMails(db, { accountId: account.id, ticketId }, addresses);
  await db.ticketMail.createMany({
    data: mails.map((mail) => ({ ...mail, ...about, accountId: account.id, createdAt: realNow })),
  });
  return new Map(
    mails.map((mail) => {
      const { messageId, address } = mail;
      const references = earlier.filter((one) => one.address === address).map((one) => one.messageId);
      return [
        address,
        {
          messageId,
          replyTo: signedAddress("support", { ...mail, ticketId }),
          bounceTo: signedAddress("bounce", { ...mail, ticketId }),
          inReplyTo: references.at(-1) ?? null,
          references: references.slice(-MOST_REFERENCES),
        },
      ] as const;
    }),
  );
}

interface EarlierMail {
  readonly address: string;
  readonly messageId: string;
  readonly at: Date;
}

/**
 * The newest that each of them was sent about the ticket, and sent themselves, oldest first. Before those the same of the tickets that
 * its first messages were split off: their mails are the conversation that each of them already has.
 */
async function earlierMails(
  db: Context["db"],
  { accountId, ticketId }: { readonly accountId: string; readonly ticketId: string },
  addresses: string[],
): Promise<EarlierMail[]> {
  return queryRows<EarlierMail>(
    db,
    sql`with place as materialized (
        select ${ticketId}::uuid as "id", true as "own"
        union select m."ticketId", false from (select "id" from "TicketMessage"
            where "accountId" = ${accountId}::uuid and "ticketId" = ${ticketId}::uuid and not "internal" order by "createdAt", "id" limit ${FIRST_MESSAGES}::int) f
          join "TicketMail" m on m."accountId" = ${accountId}::uuid and m."ticketMessageId" = f."id" where m."ticketId" <> ${ticketId}::uuid)
      select a."address", e."messageId", e."at" from unnest(${addresses}::text[]) a("address") cross join place p cross join lateral (
        (select m."messageId", m."createdAt" as "at", m."id" from "TicketMail" m
          where m."ticketId" = p."id" and m."address" = a."address"
          order by m."createdAt" desc, m."id" desc limit ${MOST_REFERENCES}::int)
        union all
        (select i."messageId", i."receivedAt", i."id" from "InboundMail" i
          where i."ticketId" = p."id" and i."fromAddress" = a."address" and i."messageId" is not null
          order by i."receivedAt" desc, i."id" desc limit ${MOST_REFERENCES}::int)
      ) e order by p."own", e."at", e."id"`,
  );
}
