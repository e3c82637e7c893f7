import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { RequestsTable } from "@/components/accounts/role-requests/requests-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { askForRole } from "@/lib/accounts/role-requests/ask-for-role";
import { listRoleRequests } from "@/lib/accounts/role-requests/list-role-requests";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { inputOf } from "../input-of";
import { peopleFrame } from "../people-frame";

export const generateMetadata = (): Metadata => ({ title: t("Role requests") });

export default accountPage(async (page) => {
  const { execute, may, base, search } = page;
  const here = `${base}/people/role-requests`;
  const order = { sort: search.sort, direction: search.direction };
  return peopleFrame(page, "role-requests", async () => {
    const list = await execute(listRoleRequests, inputOf(listRoleRequests, search));
    const ask = may(askForRole) && (
      <ButtonLink href={`${here}/new`} icon={<Icon name="user-plus" />}>
        {t("Ask us to add someone")}
      </ButtonLink>
    );
    return (
      <>
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <p className="max-w-prose text-ink-soft">
            {t("What you asked us to set up, here or by email. We never give more than you approved.")}
          </p>
          {list.total > 0 && ask}
        </div>
        <Panel flush>
          <RequestsTable
            order={sortProps(here, order, { key: "at", direction: "desc" })}
            requests={list.items}
            hrefOf={({ id }) => `${here}/${id}`}
            empty={
              <EmptyState icon={<Icon name="inbox" />} title={t("No role requests")} actions={ask}>
                {t("You can invite people yourself, or ask us to add someone with a standard role.")}
              </EmptyState>
            }
          />
          <Pagination {...pageLinks(here, order, list, [msg("request@@of"), msg("requests@@of")])} />
        </Panel>
      </>
    );
  });
});
