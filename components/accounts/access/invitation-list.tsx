import { RoleBadges } from "@/components/accounts/people/role-badges";
import { StandingMark } from "@/components/accounts/people/standing-mark";
import { Person } from "@/components/ui/person";
import { RelativeTime } from "@/components/ui/relative-time";
import { type AskedConfirm, RowConfirm } from "@/components/ui/row-confirm";
import { TextLink } from "@/components/ui/text-link";
import type { PersonItem } from "@/lib/accounts/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { newLinkFor } from "./consequences";

type Invited = PersonItem & { idempotencyKey: string };

export type InvitationListProps = {
  people: Invited[];
  hrefOf: (person: PersonItem) => string;
  /** Null if the viewer may not do it. */
  resend: FormAction | null;
  revoke: FormAction | null;
  asked: AskedConfirm;
  now: Date;
  format: ViewerFormat;
};

/** Pending invitations and when they expire. */
export function InvitationList({ people, hrefOf, now, format, ...actions }: InvitationListProps) {
  return (
    <ul className="divide-y divide-line">
      {people.map((person) => (
        <li key={person.id} className="list-row">
          <div className="list-row-title">
            <Person name={person.name} detail={person.details?.email} />
          </div>
          <div className="list-row-facts">
            <StandingMark standing={person.standing} details={person.details} />
            {person.details?.invitation && (
              <span className="text-sm text-ink-soft">
                {rich(
                  person.standing === "invited"
                    ? "Sent {sent} by {by}. Expires {end}"
                    : "Sent {sent} by {by}. Expired {end}",
                  {
                    sent: <RelativeTime value={person.details.invitation.sentAt} now={now} format={format} />,
                    by: person.details.invitation.invitedBy,
                    end: <RelativeTime value={person.details.invitation.expiresAt} now={now} format={format} />,
                  },
                )}
              </span>
            )}
            {person.details?.held && (
              <span className="text-sm text-ink-soft">
                {t(
                  "The person who granted this access can no longer grant it. Review the details, then approve or revoke it.",
                )}
              </span>
            )}
            {person.details && <RoleBadges details={person.details} />}
          </div>
          <Acts person={person} {...actions} />
          <TextLink href={hrefOf(person)} aria-label={t("Details for {name}", { name: person.name })}>
            {t("Details")}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

type ActsProps = Pick<InvitationListProps, "resend" | "revoke" | "asked"> & { person: Invited };

function Acts({ person, resend, revoke, asked }: ActsProps) {
  const { id: contactId, name, idempotencyKey } = person;
  return (
    <div className="flex flex-wrap gap-2">
      {resend && (
        <RowConfirm
          asked={asked}
          id={`resend-${contactId}`}
          action={resend}
          {...{ hidden: { contactId }, idempotencyKey }}
          trigger={t("Resend")}
          label={t("Resend the invitation to {name}", { name })}
          title={t("Resend the invitation to {name}?", { name })}
          consequences={[newLinkFor(person), t("The previous link stops working.")]}
          confirmLabel={t("Resend")}
          destructive={false}
        />
      )}
      {revoke && (
        <RowConfirm
          asked={asked}
          id={`revoke-${contactId}`}
          action={revoke}
          hidden={{ contactId }}
          trigger={t("Revoke")}
          label={t("Revoke the invitation for {name}", { name })}
          title={t("Revoke the invitation for {name}?", { name })}
          consequences={[
            t("The link in the invitation stops working."),
            t("{name} is removed from the account.", { name }),
          ]}
          confirmLabel={t("Revoke")}
        />
      )}
    </div>
  );
}
