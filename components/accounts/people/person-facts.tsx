import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Status } from "@/components/ui/status";
import type { PersonDetail } from "@/lib/accounts/core/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

/** Contact details and dates of a person. */
export function PersonFacts({ person, format }: { person: PersonDetail; format: ViewerFormat }) {
  const { details, since, kind } = person;
  const items = [{ label: "Added", value: <DateTime value={since} format={format} /> }];
  if (details === null) return <KeyValueList items={items} />;
  const { email, emailVerified, jobTitle, phone, hasLogin, endsAt, noticesOff, invitation } = details;
  return (
    <KeyValueList
      items={[
        { label: "Email", value: email },
        {
          label: "Email status",
          value: emailVerified ? (
            <Status tone="success">Confirmed</Status>
          ) : (
            <>
              <Status tone="warning">Not confirmed</Status>
              <span className="block text-sm text-ink-soft">No notifications are sent until it is confirmed.</span>
            </>
          ),
        },
        ...(jobTitle ? [{ label: "Job title", value: jobTitle }] : []),
        ...(phone ? [{ label: "Phone", value: phone }] : []),
        {
          label: "Sign-in",
          value: kind === "nonMember" ? "None (notification-only)" : hasLogin ? "Active login" : "Not joined yet",
        },
        ...(invitation ? [{ label: "Invitation", value: <Invitation invitation={invitation} format={format} /> }] : []),
        {
          label: "End date",
          value: endsAt ? <DateTime value={endsAt} style="dateTime" format={format} /> : "None",
        },
        ...(noticesOff.length > 0 ? [{ label: "Notifications turned off", value: noticesOff.join(", ") }] : []),
        ...items,
      ]}
    />
  );
}

type Details = NonNullable<PersonDetail["details"]>;

function Invitation({ invitation, format }: { invitation: NonNullable<Details["invitation"]>; format: ViewerFormat }) {
  return (
    <>
      Sent <DateTime value={invitation.sentAt} style="dateTime" format={format} /> by {invitation.invitedBy}, expires{" "}
      <DateTime value={invitation.expiresAt} style="dateTime" format={format} />
    </>
  );
}
