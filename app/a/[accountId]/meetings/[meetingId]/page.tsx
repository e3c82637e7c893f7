import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { AttachedDocuments } from "@/components/workspace/core/attached-documents";
import { AgendaList } from "@/components/workspace/meetings/agenda-list";
import { AgendaTools } from "@/components/workspace/meetings/agenda-tools";
import { AgreedActions } from "@/components/workspace/meetings/agreed-actions";
import { AnswerPanel } from "@/components/workspace/meetings/answer-panel";
import { EndMeeting } from "@/components/workspace/meetings/end-meeting";
import { ItemActions } from "@/components/workspace/meetings/item-actions";
import { MeetingFacts } from "@/components/workspace/meetings/meeting-facts";
import { Papers } from "@/components/workspace/meetings/papers";
import { PublishPanel } from "@/components/workspace/meetings/publish-panel";
import { t } from "@/lib/platform/language/t";
import { listDocuments } from "@/lib/workspace/documents/list-documents";
import { addItem } from "@/lib/workspace/meetings/agenda/add-item";
import { moveItem } from "@/lib/workspace/meetings/agenda/move-item";
import { previewAgendaAudience } from "@/lib/workspace/meetings/agenda/preview-audience";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { removeItem } from "@/lib/workspace/meetings/agenda/remove-item";
import { answerInvitation } from "@/lib/workspace/meetings/attendees/answer-invitation";
import { cancelMeeting } from "@/lib/workspace/meetings/cancel-meeting";
import { deleteMeeting } from "@/lib/workspace/meetings/delete-meeting";
import { addPaper } from "@/lib/workspace/meetings/papers/add-paper";
import { attachToMeeting } from "@/lib/workspace/meetings/papers/attach-to-meeting";
import { detachFromMeeting } from "@/lib/workspace/meetings/papers/detach-from-meeting";
import { removePaper } from "@/lib/workspace/meetings/papers/remove-paper";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { MeetingFrame } from "./meeting-frame";

export const generateMetadata = (): Metadata => ({ title: t("Meeting") });

export default accountPage(async ({ execute, may, action, base, params, actor, realNow: now }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const { id: meetingId, agenda, allowed } = meeting;
  const here = `${base}/meetings/${meetingId}`;
  const open = meeting.status !== "cancelled" && meeting.minutesStatus !== "signed";
  const edits = allowed.control && open;
  const attaches = allowed.addPaper && open && may(attachToMeeting, listDocuments);
  const attachments = (attached: (typeof meeting)["documents"]) => (
    <AttachedDocuments
      attached={attached}
      base={base}
      {...(allowed.addPaper &&
        open && { detach: { action: action(detachFromMeeting), hidden: { meetingId }, all: allowed.control } })}
    />
  );
  const me = meeting.attendees.find(({ contactId }) => contactId === meeting.me);
  const ahead = new Date(meeting.endsAt) > now;
  const papersOf = (papers: (typeof meeting)["papers"]) => (
    <Papers meetingId={meetingId} papers={papers} remove={action(removePaper)} runsIt={allowed.control} />
  );
  return (
    <MeetingFrame
      meeting={meeting}
      base={base}
      at="agenda"
      now={now}
      format={actor}
      actions={
        <>
          <ButtonLink href={`${here}/print`}>{t("Print view")}</ButtonLink>
          {allowed.update && open && <ButtonLink href={`${here}/edit`}>{t("Change details")}</ButtonLink>}
          {allowed.takeMinutes && open && agenda.items.length > 0 && (
            <ButtonLink href={`${here}/take`} variant="primary">
              {t("Take minutes")}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        {/* What waits for the reader: beside the agenda, and before it on a phone, where it would be far below. */}
        <div className="flex min-w-0 flex-col gap-4 empty:hidden lg:col-start-2">
          {me && open && ahead && meeting.status === "scheduled" && (
            <AnswerPanel meeting={meeting} me={me} answer={action(answerInvitation)} />
          )}
          {edits && meeting.agendaChanged && (
            <PublishPanel
              meeting={meeting}
              publish={action(publishAgenda)}
              {...(may(previewAgendaAudience) && { previewHref: `${here}/audience` })}
            />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Panel
            title={t("Agenda")}
            description={
              agenda.revision !== null && (
                <TextLink href={`${here}/agenda/${agenda.revision}`}>
                  {t("Revision {number} is published", { number: agenda.revision })}
                </TextLink>
              )
            }
            flush
          >
            {agenda.items.length === 0 ? (
              <EmptyState title={t("No agenda yet")}>
                {edits ? t("Add the first item below.") : t("It appears here once it's published. You'll be notified.")}
              </EmptyState>
            ) : (
              <AgendaList
                items={agenda.items}
                papers={({ papers, documents }) => (
                  <>
                    {papersOf(papers)}
                    {attachments(documents)}
                  </>
                )}
                agreed={({ actions }) => <AgreedActions actions={actions} locale={actor.locale} base={base} />}
                actions={
                  edits || allowed.addAction || attaches
                    ? (item, index) => (
                        <ItemActions
                          meetingId={meetingId}
                          item={item}
                          first={index === 0}
                          last={index === agenda.items.length - 1}
                          edit={
                            edits
                              ? {
                                  href: `${here}/items/${item.id}`,
                                  move: action(moveItem),
                                  remove: action(removeItem),
                                }
                              : null
                          }
                          attachHref={attaches ? `${here}/attach?item=${item.id}` : null}
                          actionHref={allowed.addAction ? `${here}/items/${item.id}/new-action` : null}
                        />
                      )
                    : undefined
                }
              />
            )}
          </Panel>
          {(meeting.papers.length > 0 || meeting.documents.length > 0) && (
            <Panel title={t("Papers")}>
              {papersOf(meeting.papers)}
              {attachments(meeting.documents)}
            </Panel>
          )}
          <AgendaTools
            meeting={meeting}
            add={edits ? { action: action(addItem), idempotencyKey: randomUUID() } : null}
            attachHref={attaches ? `${here}/attach` : null}
            addPaper={allowed.addPaper && open ? { action: action(addPaper), idempotencyKey: randomUUID() } : null}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-2">
          <MeetingFacts meeting={meeting} here={here} format={actor} />
          <EndMeeting
            meeting={meeting}
            cancel={edits ? action(cancelMeeting) : null}
            remove={
              allowed.delete && meeting.minutesStatus !== "signed" ? action(deleteMeeting, `${base}/meetings`) : null
            }
          />
        </div>
      </div>
    </MeetingFrame>
  );
});
