import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { DoneNotice } from "@/components/staff/accounts/done-notice";
import { TeamTable } from "@/components/staff/team/team-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { orderIn, placeIn, sortProps } from "@/components/ui/sort-props";
import { TextLink } from "@/components/ui/text-link";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { listTeam } from "@/lib/staff/team/list-team";

export const generateMetadata = (): Metadata => ({ title: t("Team") });

export default personPage(async ({ execute, actor, search }) => {
  const { sort, direction } = search;
  const list = await execute(listTeam, fromStrings(listTeam.input, [...orderIn(search), ...placeIn(search)]));
  return (
    <>
      <PageHeader
        title={t("Team")}
        description={rich(
          "Team members and their staff roles. See what each role can do in the <link>permission reference</link>.",
          { link: (text) => <TextLink href="/reference/permissions?role=agent">{text}</TextLink> },
        )}
        actions={
          <ButtonLink href="/staff/team/add" variant="primary" icon={<Icon name="user-plus" />}>
            {t("Add team member")}
          </ButtonLink>
        }
      />
      <DoneNotice done={search.done} />
      <Panel flush>
        <TeamTable
          order={sortProps("/staff/team", { sort, direction }, { key: "name", direction: "asc" })}
          colleagues={list.items}
          format={actor}
        />
        <Pagination
          {...pageLinks("/staff/team", { sort, direction }, list, [msg("team member@@of"), msg("team members@@of")])}
        />
      </Panel>
    </>
  );
});
