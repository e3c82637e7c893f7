import type { Addressee } from "@/lib/platform/db/as-addressee";
import type { Sentence } from "@/lib/platform/language/msg";

/** A kind of record of which one's mail can be turned off by a link in it, without signing in. */
export interface MailStop {
  readonly kind: string;
  /** What kind of thing it is, for the activity log: what it is called stays between its readers. */
  readonly what: Sentence;
  /** What it is called; null if the person can't see it any more. */
  readonly nameOf: (reader: Addressee, id: string) => Promise<string | null>;
  /** Returns whether it was on. The caller holds the lock of the account. */
  readonly turnOff: (reader: Addressee, id: string) => Promise<boolean>;
}
