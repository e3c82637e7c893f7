import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Status } from "@/components/ui/status";
import type { PersonDetail } from "@/lib/accounts/core/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";

/** Contact details and dates of a person. */
export function PersonFacts({ person, format }: { person: PersonDetail; format: ViewerFormat }) {
  const { details, since, kind } = person;
  const items = [{ label: t("Added"), value: <DateTime value={since} format={format} /> }];
  if (details === null) return <KeyValueList items={items} />;
  const { email, emailVerified, emailBounces, jobTitle, phone, hasLogin, endsAt, noticesOff, invitation } = details;
  return (
    <KeyValueList
      items={[
        { label: t("Email"), value: email },
        {
          label: t("Email status"),
          value: emailVerified ? (
            <Status tone="success">{t("Confirmed")}</Status>
          ) : (
            <>
              <Status tone="warning">{t("Not confirmed")}</Status>
              <span className="block text-sm text-ink-soft">
                {t("No notifications are sent until it is confirmed.")}
              </span>
            </>
          ),
        },
        ...(emailBounces
          ? [{ label: t("Delivery"), value: <Status tone="danger">{t("Email to this address came back")}</Status> }]
          : []),
        ...(jobTitle ? [{ label: t("Job title"), value: jobTitle }] : []),
        ...(phone ? [{ label: t("Phone"), value: phone }] : []),
        {
          label: t("Sign-in"),
          value:
            kind === "nonMember" ? t("None (notification-only)") : hasLogin ? t("Active login") : t("Not joined yet"),
        },
        ...(invitation
          ? [{ label: t("Invitation"), value: <Invitation invitation={invitation} format={format} /> }]
          : []),
        {
          label: t("End date"),
          value: endsAt ? <DateTime value={endsAt} style="dateTime" format={format} /> : t("None"),
        },
        ...(noticesOff.length > 0 ? [{ label: t("Notifications turned off"), value: noticesOff.join(", ") }] : []),
        ...items,
      ]}
    />
  );
}

type Details = NonNullable<PersonDetail["details"]>;

function Invitation({ invitation, format }: { invitation: NonNullable<Details["invitation"]>; format: ViewerFormat }) {
  return (
    <>
      {rich("Sent {sent} by {by}, expires {end}", {
        sent: <DateTime value={invitation.sentAt} style="dateTime" format={format} />,
        by: invitation.invitedBy,
        end: <DateTime value={invitation.expiresAt} style="dateTime" format={format} />,
      })}
    </>
  );
}
