import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { AgendaList } from "@/components/workspace/meetings/agenda-list";
import { DraftMinutes } from "@/components/workspace/meetings/draft-minutes";
import { MeetingTime } from "@/components/workspace/meetings/meeting-time";
import { SignedMinutes } from "@/components/workspace/meetings/signed-minutes";
import { t } from "@/lib/platform/language/t";
import { viewSignedMinutes } from "@/lib/workspace/meetings/minutes/view-signed-minutes";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";

export const generateMetadata = (): Metadata => ({ title: t("Print view") });

/** Agenda and minutes on plain paper: the browser prints it, or saves it as a PDF. */
export default accountPage(async ({ execute, base, params, actor }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const { id: meetingId, history } = meeting;
  const signed = meeting.minutesStatus === "signed" ? await execute(viewSignedMinutes, { meetingId }) : null;
  const hash = history.signatures[0]?.hash;
  return (
    <>
      <PageHeader
        title={meeting.title}
        description={
          <>
            <MeetingTime meeting={meeting} format={{ ...actor, timeZone: meeting.zone }} />
            {meeting.place !== "" && <span className="block">{meeting.place}</span>}
          </>
        }
        actions={
          <span className="print:hidden">
            <ButtonLink href={`${base}/meetings/${meetingId}`}>{t("Back to the meeting")}</ButtonLink>
          </span>
        }
      />
      <p className="mb-4 text-ink-soft print:hidden">{t("Print this page with your browser, or save it as a PDF.")}</p>
      <h2 className="mb-1 text-md font-semibold text-ink">{t("Agenda")}</h2>
      {meeting.agenda.items.length > 0 ? <AgendaList items={meeting.agenda.items} /> : <p>{t("No agenda yet")}</p>}
      {(signed !== null || meeting.draftMinutes.length > 0) && (
        <>
          <h2 className="mt-6 mb-1 text-md font-semibold text-ink">
            {signed ? t("Signed minutes") : t("Draft minutes")}
          </h2>
          {signed ? (
            <SignedMinutes minutes={signed} format={actor} />
          ) : (
            <DraftMinutes items={meeting.draftMinutes} locale={actor.locale} base={base} />
          )}
        </>
      )}
      {signed && hash && (
        <p className="mt-4 border-t border-line pt-3 text-sm break-all text-ink-soft">
          {t("Signed by {name}. SHA-256 {hash}", { name: signed.signedByName, hash })}
        </p>
      )}
    </>
  );
});
