import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { AgendaList } from "@/components/workspace/meetings/agenda-list";
import { DraftMinutes } from "@/components/workspace/meetings/draft-minutes";
import { MeetingTime } from "@/components/workspace/meetings/meeting-time";
import { SeenPapers } from "@/components/workspace/meetings/seen-papers";
import { SignedMinutes } from "@/components/workspace/meetings/signed-minutes";
import { t } from "@/lib/platform/language/t";
import { viewAsAttendee } from "@/lib/workspace/meetings/attendees/view-as-attendee";

export const generateMetadata = (): Metadata => ({ title: t("Meeting as an attendee sees it") });

/** Read only: there is nothing on it that could be changed. */
export default accountPage(async ({ execute, base, params, actor }) => {
  const { meetingId = "", contactId = "" } = params;
  const { person, meeting, signed } = await execute(viewAsAttendee, { meetingId, contactId });
  const here = `${base}/meetings/${meeting.id}`;
  const minuted = signed !== null || meeting.draftMinutes.length > 0;
  return (
    <>
      <PageHeader
        title={meeting.title}
        description={<MeetingTime meeting={meeting} format={actor} />}
        breadcrumb={[
          { label: t("Meetings"), href: `${base}/meetings` },
          { label: t("Attendees"), href: `${here}/attendees` },
        ]}
      />
      <Callout
        title={t("This is what {name} sees of this meeting.", { name: person.name })}
        actions={<ButtonLink href={`${here}/attendees`}>{t("Back to the attendees")}</ButtonLink>}
        className="mb-4"
      >
        {t(
          "What only one of you may see is left out. Nothing can be changed here, and the activity log says that you looked.",
        )}
      </Callout>
      <div className="flex flex-col gap-4">
        <Panel title={t("Agenda")} flush>
          {meeting.agenda.items.length > 0 ? (
            <AgendaList items={meeting.agenda.items} papers={(item) => <SeenPapers of={item} />} />
          ) : (
            <p className="px-4 pb-4 text-ink-soft">{t("No agenda yet")}</p>
          )}
        </Panel>
        {(meeting.papers.length > 0 || meeting.documents.length > 0) && (
          <Panel title={t("Papers")}>
            <SeenPapers of={meeting} />
          </Panel>
        )}
        <Panel title={signed ? t("Signed minutes") : t("Draft minutes")} flush={minuted}>
          {signed ? (
            <SignedMinutes minutes={signed} format={actor} />
          ) : minuted ? (
            <DraftMinutes items={meeting.draftMinutes} locale={actor.locale} base={base} />
          ) : (
            <p className="text-ink-soft">{t("No minutes to read yet")}</p>
          )}
        </Panel>
      </div>
    </>
  );
});
