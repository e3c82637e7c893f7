import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { PeopleChoice } from "@/components/workspace/core/people-choice";
import { GroupForm } from "@/components/workspace/discussions/group-form";
import { t } from "@/lib/platform/language/t";
import { createGroup } from "@/lib/workspace/discussions/create-group";
import { newGroupChoices } from "@/lib/workspace/discussions/new-group-choices";

export const generateMetadata = (): Metadata => ({ title: t("New group") });

export default accountPage(async ({ execute, action, base }) => {
  const { people } = await execute(newGroupChoices, {});
  const list = `${base}/discussions`;
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("New group")} breadcrumb={[{ label: t("Discussions"), href: list }]} />
      <Panel>
        <GroupForm action={action(createGroup, `${list}/{id}`)} idempotencyKey={randomUUID()} cancelHref={list}>
          {people.length > 0 && (
            <PeopleChoice
              name="people"
              legend={t("Invite people")}
              hint={t("They get an email. You can invite more later.")}
              people={people}
            />
          )}
        </GroupForm>
      </Panel>
    </div>
  );
});
