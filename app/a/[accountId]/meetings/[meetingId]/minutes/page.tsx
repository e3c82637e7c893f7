import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { CommentForm } from "@/components/workspace/meetings/comment-form";
import { CommentList } from "@/components/workspace/meetings/comment-list";
import { DraftMinutes } from "@/components/workspace/meetings/draft-minutes";
import { SignPanel } from "@/components/workspace/meetings/sign-panel";
import { SignatureList } from "@/components/workspace/meetings/signature-list";
import { SignedMinutes } from "@/components/workspace/meetings/signed-minutes";
import { UnlockPanel } from "@/components/workspace/meetings/unlock-panel";
import { t } from "@/lib/platform/language/t";
import { circulateMinutes } from "@/lib/workspace/meetings/minutes/circulate-minutes";
import { commentOnMinutes } from "@/lib/workspace/meetings/minutes/comment-on-minutes";
import { decideUnlock } from "@/lib/workspace/meetings/minutes/decide-unlock";
import { requestUnlock } from "@/lib/workspace/meetings/minutes/request-unlock";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { viewSignedMinutes } from "@/lib/workspace/meetings/minutes/view-signed-minutes";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { MeetingFrame } from "../meeting-frame";

export const generateMetadata = (): Metadata => ({ title: t("Minutes") });

export default accountPage(async ({ execute, action, account, base, params, actor, realNow: now }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const { id: meetingId, allowed, history, readsMinutes } = meeting;
  const here = `${base}/meetings/${meetingId}`;
  const files = `/api/v1/accounts/${account.id}/meetings/${meetingId}`;
  const isSigned = meeting.minutesStatus === "signed";
  const signed = isSigned ? await execute(viewSignedMinutes, { meetingId }) : null;
  const drafting = !isSigned && meeting.status !== "cancelled";
  const take = allowed.takeMinutes && drafting && meeting.agenda.items.length > 0 && (
    <ButtonLink href={`${here}/take`} variant="primary">
      {t("Take minutes")}
    </ButtonLink>
  );
  return (
    <MeetingFrame
      meeting={meeting}
      base={base}
      at="minutes"
      now={now}
      format={actor}
      actions={
        <>
          {readsMinutes && <ButtonLink href={`${here}/print`}>{t("Print view")}</ButtonLink>}
          {(signed !== null || meeting.draftMinutes.length > 0) && (
            <ButtonLink href={`${files}/minutes/pdf`} download="" icon={<Icon name="download" />}>
              {t("PDF")}
            </ButtonLink>
          )}
          {take}
        </>
      }
    >
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={signed ? t("Signed minutes") : t("Draft minutes")} flush>
            {signed ? (
              <SignedMinutes minutes={signed} format={actor} />
            ) : meeting.draftMinutes.length > 0 ? (
              <DraftMinutes items={meeting.draftMinutes} locale={actor.locale} base={base} />
            ) : (
              <EmptyState title={t("No minutes to read yet")} actions={take}>
                {readsMinutes
                  ? t("They appear here as they're written.")
                  : t("You'll be notified when they're sent for comment.")}
              </EmptyState>
            )}
          </Panel>
          {readsMinutes && drafting && meeting.draftMinutes.length > 0 && (
            <Panel title={t("Comments")}>
              <div className="flex flex-col gap-4">
                <CommentList comments={meeting.comments} now={now} format={actor} />
                <CommentForm meeting={meeting} comment={action(commentOnMinutes)} idempotencyKey={randomUUID()} />
              </div>
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {allowed.takeMinutes && drafting && meeting.draftMinutes.length > 0 && (
            <SignPanel meeting={meeting} circulate={action(circulateMinutes)} sign={action(signMinutes)} />
          )}
          {history.signatures.length > 0 && (
            <Panel title={t("Signatures")}>
              <SignatureList
                signatures={history.signatures}
                recordHref={(number) => `${files}/signed-minutes?number=${number}`}
                pdfHref={(number) => `${files}/minutes/pdf?number=${number}`}
                format={actor}
              />
            </Panel>
          )}
          <UnlockPanel meeting={meeting} request={action(requestUnlock)} decide={action(decideUnlock)} />
        </div>
      </div>
    </MeetingFrame>
  );
});
