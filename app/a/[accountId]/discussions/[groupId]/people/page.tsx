import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { placeIn } from "@/components/ui/sort-props";
import { PeopleChoice } from "@/components/workspace/core/people-choice";
import { MembersTable } from "@/components/workspace/discussions/members-table";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { handOverGroup } from "@/lib/workspace/discussions/hand-over-group";
import { inviteChoices } from "@/lib/workspace/discussions/invite-choices";
import { inviteToGroup } from "@/lib/workspace/discussions/invite-to-group";
import { listMembers } from "@/lib/workspace/discussions/list-members";
import { removeMember } from "@/lib/workspace/discussions/remove-member";
import { viewGroup } from "@/lib/workspace/discussions/view-group";

export const generateMetadata = (): Metadata => ({ title: t("People in the group") });

export default accountPage(async ({ execute, action, base, params, search, actor }) => {
  const groupId = params.groupId ?? "";
  const asked = fromStrings(listMembers.input, [...placeIn(search), ["groupId", groupId]]);
  const members = await execute(listMembers, asked as { groupId: string });
  const group = await execute(viewGroup, { groupId });
  const choices = group.allowed.invite ? await execute(inviteChoices, { groupId }) : null;
  const list = `${base}/discussions`;
  const here = `${list}/${groupId}/people`;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t("People in the group")}
        breadcrumb={[
          { label: t("Discussions"), href: list },
          { label: group.name, href: `${list}/${groupId}` },
        ]}
      />
      <Panel flush>
        <MembersTable
          groupId={groupId}
          members={members.items}
          {...(group.allowed.update && { acts: { remove: action(removeMember), handOver: action(handOverGroup) } })}
          format={actor}
        />
        <Pagination {...pageLinks(here, search, members, [msg("person@@of"), msg("people@@of")])} />
      </Panel>
      {choices && (
        <Panel title={t("Invite people")} description={t("They get an email and can join the group.")}>
          {choices.people.length === 0 ? (
            <p className="text-ink-soft">{t("Everyone on this account is in this group or invited to it.")}</p>
          ) : (
            <OperationForm
              action={action(inviteToGroup)}
              hidden={{ groupId }}
              label={t("Invite people")}
              submitLabel={t("Invite")}
              doneMessage={t("Invited.")}
              resetOnDone
            >
              <PeopleChoice name="people" legend={t("People")} people={choices.people} />
            </OperationForm>
          )}
        </Panel>
      )}
    </div>
  );
});
