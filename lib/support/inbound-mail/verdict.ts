import type { Said } from "@/lib/platform/language/say";
import type { FoundThread } from "./find-thread";
import type { ReadForm } from "./mailed-form";
import type { MailOutcome } from "./outcome";

/** What is to become of a mail: its end, or what is done in somebody's name. */
export type Verdict = End | Act;

export interface End {
  readonly outcome: MailOutcome;
  /** One sentence for staff. */
  readonly why: Said;
  /** What it is about, as far as that is known. */
  readonly accountId?: string;
  readonly thread?: FoundThread | null;
  /** Who is asked which of their accounts it is about. */
  readonly ask?: string;
}

export interface Act {
  readonly act: "reply" | "note" | "open" | "form";
  /** The person it is done as: the sender, or the staff member who decided it. */
  readonly personId: string;
  readonly accountId: string;
  readonly accountName: string;
  /** The ticket; null if one is opened. */
  readonly thread: FoundThread | null;
  readonly staff: boolean;
  /** Staff vouch for what an outsider wrote. */
  readonly onBehalf?: boolean;
  /** What is asked for, if it is a mail in an agreed form. */
  readonly form?: ReadForm;
}

export const isAct = (verdict: Verdict): verdict is Act => "act" in verdict;
