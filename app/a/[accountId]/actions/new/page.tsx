import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ActionForm } from "@/components/workspace/actions/action-form";
import { t } from "@/lib/platform/language/t";
import { createAction } from "@/lib/workspace/actions/create-action";
import { actionChoices } from "@/lib/workspace/actions/view-choices";

export const generateMetadata = (): Metadata => ({ title: t("New action") });

export default accountPage(async ({ execute, action, base }) => {
  const { people } = await execute(actionChoices, {});
  const list = `${base}/actions`;
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("New action")} breadcrumb={[{ label: t("Actions@@area"), href: list }]} />
      <Panel>
        <ActionForm
          action={action(createAction, `${list}/{id}`)}
          people={people}
          cancelHref={list}
          idempotencyKey={randomUUID()}
        />
      </Panel>
    </div>
  );
});
