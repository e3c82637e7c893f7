import { MailboxError } from "./open-mailbox";

/** A mail of the mailbox that couldn't be fetched. */
export class TroubledMail extends MailboxError {
  override name = "TroubledMail";
  constructor(
    cause: MailboxError,
    /** It couldn't be fetched before either. */
    readonly again: boolean,
  ) {
    super(cause.message, { cause });
  }
}

/** How often each mail couldn't be fetched, by the mailbox's UIDVALIDITY and its UID. For this process: it decides about the order alone. */
const failures = new Map<string, number>();
const MOST_KNOWN = 10_000;

const failed = (uid: string): number => failures.get(uid) ?? 0;

/** The oldest first, and after all others those that couldn't be fetched before, the least tried first. */
export const inOrder = (uids: readonly number[], nameOf: (uid: number) => string): number[] =>
  uids.toSorted((a, b) => failed(nameOf(a)) - failed(nameOf(b)) || a - b);

export function noteTrouble(uid: string, cause: MailboxError): TroubledMail {
  const before = failed(uid);
  if (failures.size >= MOST_KNOWN) failures.clear();
  failures.set(uid, before + 1);
  return new TroubledMail(cause, before > 0);
}

export const forgetTrouble = (uid: string): void => void failures.delete(uid);
