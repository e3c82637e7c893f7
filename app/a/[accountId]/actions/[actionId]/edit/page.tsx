import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ActionForm } from "@/components/workspace/actions/action-form";
import { t } from "@/lib/platform/language/t";
import { editAction } from "@/lib/workspace/actions/edit-action";
import { viewAction } from "@/lib/workspace/actions/view-action";
import { actionChoices } from "@/lib/workspace/actions/view-choices";

export const generateMetadata = (): Metadata => ({ title: t("Edit action") });

export default accountPage(async ({ execute, action, base, params }) => {
  const [{ people }, edited] = await Promise.all([
    execute(actionChoices, {}),
    execute(viewAction, { actionId: params.actionId ?? "" }),
  ]);
  const list = `${base}/actions`;
  const here = `${list}/${edited.id}`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("Edit action #{number}", { number: edited.number })}
        breadcrumb={[
          { label: t("Actions@@area"), href: list },
          { label: `#${edited.number}`, href: here },
        ]}
      />
      <Panel>
        <ActionForm action={action(editAction, here)} people={people} cancelHref={here} edited={edited} />
      </Panel>
    </div>
  );
});
