import { features } from "@/lib/features";
import { logIdentity } from "@/lib/identity/sign-in/identity-log";
import { findUnsubscription, type Unsubscribed, unsubscribe } from "@/lib/identity/sign-in/unsubscribe";
import { type Addressee, asAddressee } from "@/lib/platform/db/as-addressee";
import { lockAccount } from "@/lib/platform/db/lock-account";
import { asIdentity } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type RecordStop, readStopToken } from "@/lib/platform/mail/unsubscribe-token";
import type { MailStop } from "@/lib/platform/operations/mail-stop";

const stops = new Map(features.flatMap(({ mailStops = [] }) => mailStops).map((stop) => [stop.kind, stop]));

/** What the link in a mail would turn off: one record, or a kind of notification. Null if it is invalid or no longer applies. */
export async function findStop(token: string): Promise<Unsubscribed | null> {
  const wanted = readStopToken(token);
  if (wanted === null) return findUnsubscription(token);
  const found = await withStop(wanted, async (stop, reader) => {
    const name = await stop.nameOf(reader, wanted.id);
    return name === null ? null : { notice: name, accountName: reader.account.name };
  });
  return found ?? null;
}

/**
 * Turns it off. The signed link is the authorization, for its person and record alone. Whether the record is still there for them is asked
 * once the account is locked.
 *
 * @throws Problem `conflict` if it is invalid or no longer applies
 */
export async function stopMail(token: string, ip: string): Promise<void> {
  const wanted = readStopToken(token);
  if (wanted === null) return unsubscribe(token, ip);
  const done = await withStop(wanted, (stop, reader) => turnOff({ stop, reader, wanted, ip }));
  if (!done) throw new Problem("conflict", t("This unsubscribe link is invalid or no longer applies."));
}

interface TurningOff {
  readonly stop: MailStop;
  readonly reader: Addressee;
  readonly wanted: RecordStop;
  readonly ip: string;
}

async function turnOff({ stop, reader, wanted, ip }: TurningOff): Promise<boolean> {
  const { db, account, contact } = reader;
  await lockAccount(db, account.id);
  if ((await stop.nameOf(reader, wanted.id)) === null) return false;
  if (!(await stop.turnOff(reader, wanted.id))) return true;
  const { contactId } = wanted;
  const log = {
    act: "identity.unsubscribe",
    person: null,
    name: contact?.name ?? "",
    accountId: account.id,
    contactId,
  };
  await logIdentity(db, {
    ...log,
    summary: say("Unsubscribed by email link: {name}", { name: say(String(stop.what)) }),
    ip,
  });
  return true;
}

async function withStop<T>(
  { contactId, kind }: RecordStop,
  work: (stop: MailStop, reader: Addressee) => Promise<T>,
): Promise<T | null> {
  const stop = stops.get(kind);
  const where = { id: contactId, status: { not: "removed" } } as const;
  const found = await asIdentity((db) => db.contact.findFirst({ where, select: { accountId: true } }));
  if (stop === undefined || found === null) return null;
  const who = { accountId: found.accountId, contactId, personId: null, now: new Date() };
  return asAddressee(who, (reader) => work(stop, reader));
}
