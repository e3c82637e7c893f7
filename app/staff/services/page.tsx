import { CircleCheck } from "lucide-react";
import { personPage } from "@/app/page-context";
import { SetUpTable } from "@/components/services/services/set-up-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { listServicesToSetUp } from "@/lib/services/services/list-services-to-set-up";

export const metadata = { title: "Services to set up" };

export default personPage(async ({ execute, search, actor }) => {
  const list = await execute(listServicesToSetUp, fromStrings(listServicesToSetUp.input, Object.entries(search)));
  return (
    <>
      <PageHeader
        title="Services to set up"
        description="Paid for and not set up yet, longest waiting first. The customer sees them as “Setting up”."
      />
      <Panel flush>
        <SetUpTable
          order={sortProps("/staff/services", search, { key: "paid", direction: "asc" })}
          services={list.items}
          format={actor}
          empty={
            <EmptyState icon={<CircleCheck className="text-success-text" />} title="Nothing to set up">
              A service appears here as soon as its order is paid.
            </EmptyState>
          }
        />
        <Pagination {...pageLinks("/staff/services", search, list, ["service", "services"])} />
      </Panel>
    </>
  );
});
