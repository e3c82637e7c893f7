import { env } from "@/lib/platform/config/env";
import type { AccountFacts } from "@/lib/platform/db/credential";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { decisionColumns } from "./decision-record";
import { DecisionNotice } from "./mail/decision-notice";

interface Teller {
  readonly db: ScopedDb;
  readonly account: AccountFacts;
  readonly people: () => Promise<AccountMember[]>;
}

interface Told {
  readonly what: "vote" | "reminder" | "changed" | "extended" | "withdrawn" | "result" | "comment";
  /** Only these contacts. */
  readonly only?: readonly string[];
  /** Not the one who did it. */
  readonly except?: string | null;
}

/** What is behind the bell for each. */
const bells = {
  vote: "decision-vote",
  reminder: "decision-vote",
  changed: "decision-vote",
  extended: "decision-vote",
  withdrawn: "decision-result",
  result: "decision-result",
  comment: "decision-comment",
} as const satisfies Record<Told["what"], string>;

const headings: Record<Told["what"], Sentence> = {
  vote: msg("Decision {number} is open for votes"),
  reminder: msg("Decision {number} is waiting for your vote"),
  changed: msg("The proposal of decision {number} was changed"),
  extended: msg("The vote on decision {number} was extended"),
  withdrawn: msg("Decision {number} was withdrawn"),
  result: msg("The vote on decision {number} is closed"),
  comment: msg("New comment on decision {number}"),
};

/**
 * Tells those who may see a decision now, and returns the contacts who were told. The mail names its number only: what it is about is
 * for those who are invited, and mail is kept where others can read it.
 */
export async function notifyInvited({ db, account, people }: Teller, id: string, told: Told): Promise<string[]> {
  const { what, only, except } = told;
  const decision = await db.decision.findFirstOrThrow({
    where: { accountId: account.id, id },
    select: { ...decisionColumns, rounds: { select: { hash: true }, orderBy: { number: "desc" }, take: 1 } },
  });
  const to = noticeRecipients(await people(), "notices.workspace.receive").filter(
    ({ contactId, hasLogin, subject }) =>
      hasLogin &&
      contactId !== except &&
      (only?.includes(contactId) ?? true) &&
      can(viewerOf(subject), "decisions.proposals.view", decision),
  );
  const number = String(decision.number);
  await sendNotice(db, {
    accountId: account.id,
    kind: "workspace",
    notice: "notices.workspace.receive",
    to,
    subject: () => t(headings[what], { number }),
    template: "decision-notice",
    about: { kind: "decision", ids: [id] },
    body: () =>
      DecisionNotice({
        heading: t(headings[what], { number }),
        accountName: account.name,
        deadline: what === "result" || what === "withdrawn" ? null : decision,
        hash: what === "result" ? (decision.rounds[0]?.hash ?? null) : null,
        href: `${env().PORTAL_URL}/a/${account.id}/decisions/${id}`,
        footer: t("You're receiving this because you are invited to this decision."),
      }),
    bell: { kind: bells[what], about: { decisionId: id }, sees: () => true },
  });
  return to.map(({ contactId }) => contactId);
}
