import type { Addressee } from "@/lib/platform/db/as-addressee";

/** A kind of record whose text is mailed. A mail names it in `about`, and it is asked when the mail is sent. */
export interface MailRecord {
  readonly kind: string;
  /** Whether the reader may read all of these now: by the filter of lists, or the rule by which the mail's readers were chosen. */
  readonly reads: (reader: Addressee, ids: readonly string[]) => Promise<boolean>;
  /** What a mail that isn't sent leaves to be done for its reader. */
  readonly whenUnwanted?: (reader: Addressee, ids: readonly string[]) => Promise<void>;
}
