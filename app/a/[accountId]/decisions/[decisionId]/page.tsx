import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { type AccountPageContext, accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { AttachedDocuments } from "@/components/workspace/core/attached-documents";
import { AudiencePanel } from "@/components/workspace/core/audience-panel";
import { AddMembersPanel } from "@/components/workspace/decisions/add-members-panel";
import { CommentsPanel } from "@/components/workspace/decisions/comments-panel";
import { DeadlineActions } from "@/components/workspace/decisions/deadline-actions";
import { DecisionStatus } from "@/components/workspace/decisions/decision-status";
import { ExistencePanel } from "@/components/workspace/decisions/existence-panel";
import { HistoryPanel } from "@/components/workspace/decisions/history-panel";
import { LeadActions } from "@/components/workspace/decisions/lead-actions";
import { PeoplePanel } from "@/components/workspace/decisions/people-panel";
import { ProposalPanel } from "@/components/workspace/decisions/proposal-panel";
import { RecusalsPanel } from "@/components/workspace/decisions/recusals-panel";
import { ResultPanel } from "@/components/workspace/decisions/result-panel";
import { RoundsPanel } from "@/components/workspace/decisions/rounds-panel";
import { VotePanel } from "@/components/workspace/decisions/vote-panel";
import { fromStrings } from "@/lib/http/from-strings";
import { addDays } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { addMembers } from "@/lib/workspace/decisions/add-members";
import { attachToDecision } from "@/lib/workspace/decisions/attach-to-decision";
import { castVote } from "@/lib/workspace/decisions/cast-vote";
import { closeDecision } from "@/lib/workspace/decisions/close-decision";
import { commentOnDecision } from "@/lib/workspace/decisions/comment-on-decision";
import { detachFromDecision } from "@/lib/workspace/decisions/detach-from-decision";
import { dismissConflict } from "@/lib/workspace/decisions/dismiss-conflict";
import { extendDecision } from "@/lib/workspace/decisions/extend-decision";
import { liftRecusal } from "@/lib/workspace/decisions/lift-recusal";
import { listComments } from "@/lib/workspace/decisions/list-comments";
import { localTimeOf } from "@/lib/workspace/decisions/local-time";
import { openDecision } from "@/lib/workspace/decisions/open-decision";
import { previewAudience } from "@/lib/workspace/decisions/preview-audience";
import { recuse } from "@/lib/workspace/decisions/recuse";
import { remindVoters } from "@/lib/workspace/decisions/remind-voters";
import type { DecisionDetail, OutlineDetail } from "@/lib/workspace/decisions/schema";
import { startRound } from "@/lib/workspace/decisions/start-round";
import { takeChair } from "@/lib/workspace/decisions/take-chair";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { memberChoices } from "@/lib/workspace/decisions/view-member-choices";
import { viewOutline } from "@/lib/workspace/decisions/view-outline";
import { withdrawDecision } from "@/lib/workspace/decisions/withdraw-decision";
import { listDocuments } from "@/lib/workspace/documents/list-documents";

export const generateMetadata = (): Metadata => ({ title: t("Decision") });

/** The content for those who are invited; for all others who may know of it, that it exists. */
export default accountPage(async (page) => {
  const { execute, action, base, params, actor } = page;
  const decisionId = params.decisionId ?? "";
  const outline = await execute(viewOutline, { decisionId });
  const { people } = outline.allowed.addMembers ? await execute(memberChoices, { decisionId }) : { people: [] };
  const body = outline.allowed.view ? await content(page, outline) : null;
  const numbered = t("Decision {number}", { number: String(outline.number) });
  return (
    <>
      <LiveRefresh of="decision" id={decisionId} />
      <PageHeader
        title={outline.title ?? numbered}
        mark={<DecisionStatus state={outline.state} />}
        description={outline.title === null ? undefined : numbered}
        breadcrumb={[{ label: t("Decisions"), href: `${base}/decisions` }]}
        actions={
          <>
            {body?.actions}
            <DeadlineActions
              decisionId={decisionId}
              allowed={outline.allowed}
              extend={action(extendDecision)}
              close={action(closeDecision)}
              voteBy={localTimeOf(addDays(new Date(outline.voteBy), 7), actor.timeZone)}
              timeZone={actor.timeZone}
            />
            {outline.allowed.takeChair && (
              <OperationForm
                action={action(takeChair)}
                hidden={{ decisionId }}
                submitLabel={t("Take the chair")}
                submitVariant="secondary"
              />
            )}
          </>
        }
      />
      {body?.main ?? (
        <div className="max-w-2xl">
          <ExistencePanel outline={outline} format={actor} />
        </div>
      )}
      <div className="mt-4 max-w-2xl">
        <AddMembersPanel decisionId={decisionId} people={people} add={action(addMembers)} />
      </div>
    </>
  );
});

async function content(page: AccountPageContext, { id: decisionId, state }: OutlineDetail) {
  const { execute, action, account, base, search, actor, realNow } = page;
  const asked = [...Object.entries(search), ["decisionId", decisionId] as const];
  const [decision, comments] = await Promise.all([
    execute(viewDecision, { decisionId }),
    execute(listComments, fromStrings(listComments.input, asked) as { decisionId: string }),
  ]);
  const audience = decision.allowed.lead && state === "draft" ? await execute(previewAudience, { decisionId }) : null;
  const here = `${base}/decisions/${decisionId}`;
  const actions = decision.allowed.lead && (
    <LeadActions
      decision={decision}
      editHref={`${here}/edit`}
      open={action(openDecision)}
      withdraw={action(withdrawDecision)}
      startRound={action(startRound)}
      voteBy={localTimeOf(addDays(realNow, 7), actor.timeZone)}
      timeZone={actor.timeZone}
    />
  );
  const main = (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-4">
        {state === "open" && <VotePanel decision={decision} vote={action(castVote)} format={actor} />}
        <ResultPanel
          decision={decision}
          sheetHref={`${here}/result`}
          downloadHref={`/api/v1/accounts/${account.id}/decisions/${decisionId}/result/download`}
        />
        <ProposalPanel decision={decision} documents={documentsOf(page, decision)} />
        <CommentsPanel
          decisionId={decisionId}
          comments={comments.items}
          pages={pageLinks(here, search, comments, [msg("comment@@of"), msg("comments@@of")])}
          comment={
            decision.allowed.comment ? { action: action(commentOnDecision), idempotencyKey: randomUUID() } : null
          }
          format={actor}
        />
      </div>
      <div className="flex flex-col gap-4">
        {audience && <AudiencePanel title={t("Who will see it")} audience={audience} />}
        <PeoplePanel decision={decision} remind={action(remindVoters)} format={actor} />
        <RecusalsPanel
          decision={decision}
          recuse={action(recuse)}
          lift={action(liftRecusal)}
          dismiss={action(dismissConflict)}
        />
        <RoundsPanel decision={decision} sheetHref={`${here}/result`} format={actor} />
        <HistoryPanel decision={decision} format={actor} />
      </div>
    </div>
  );
  return { actions, main };
}

function documentsOf(
  { action, base, may }: AccountPageContext,
  { id: decisionId, documents, editable }: DecisionDetail,
) {
  const attaches = editable && may(attachToDecision, listDocuments);
  if (documents.length === 0 && !attaches) return null;
  return (
    <section className="mt-4">
      <h2 className="font-semibold">{t("Documents")}</h2>
      <AttachedDocuments
        attached={documents}
        base={base}
        {...(editable && { detach: { action: action(detachFromDecision), hidden: { decisionId }, all: true } })}
      />
      {attaches && (
        <div className="mt-2">
          <ButtonLink href={`${base}/decisions/${decisionId}/attach`} size="sm" icon={<Icon name="paperclip" />}>
            {t("Attach a document")}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
