import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; publish: FormAction; previewHref?: string };

/** Publishes the agenda, the first time with the invitations; before it does, says who will see what. */
export function PublishPanel({ meeting, publish, previewHref }: Props) {
  const { revision, items } = meeting.agenda;
  const first = revision === null;
  const secret = items.filter(({ confidential }) => confidential).length;
  return (
    <Panel
      id="publish"
      title={first ? t("Publish the agenda") : t("Publish the changes")}
      description={
        first
          ? t("Attendees get their invitations and can see the agenda, which is kept as revision 1.")
          : t("Attendees still see revision {number}. They'll be notified of the new one.", { number: revision })
      }
    >
      {previewHref && (
        <p className="mb-3">
          <TextLink href={previewHref}>{t("See who will see what")}</TextLink>
        </p>
      )}
      <p className="mb-3 text-ink-soft">
        {t("{count, plural, one {# attendee} other {# attendees}} will see it.", { count: meeting.attendees.length })}{" "}
        {secret > 0 &&
          t(
            "{count, plural, one {# confidential item is} other {# confidential items are}} shown by neutral title to everyone who isn't chosen.",
            { count: secret },
          )}
      </p>
      <OperationForm
        action={publish}
        hidden={{ meetingId: meeting.id }}
        submitLabel={first ? t("Publish and invite") : t("Publish revision {number}", { number: revision + 1 })}
        pendingLabel={t("Publishing…")}
        doneMessage={t("The agenda is published.")}
      >
        <Field name="note" label={first ? t("Message to the attendees") : t("What has changed")}>
          <Textarea rows={2} />
        </Field>
      </OperationForm>
    </Panel>
  );
}
