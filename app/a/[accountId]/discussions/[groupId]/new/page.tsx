import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { PostFields } from "@/components/workspace/discussions/post-fields";
import { t } from "@/lib/platform/language/t";
import { newThreadChoices } from "@/lib/workspace/discussions/new-thread-choices";
import { startThread } from "@/lib/workspace/discussions/start-thread";

export const generateMetadata = (): Metadata => ({ title: t("New thread") });

export default accountPage(async ({ execute, action, base, params }) => {
  const { group, mentionable, mayInvite } = await execute(newThreadChoices, { groupId: params.groupId ?? "" });
  const list = `${base}/discussions`;
  const here = `${list}/${group.id}`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("New thread")}
        breadcrumb={[
          { label: t("Discussions"), href: list },
          { label: group.name, href: here },
        ]}
      />
      <Panel>
        <OperationForm
          action={action(startThread, `${list}/threads/{id}`)}
          idempotencyKey={randomUUID()}
          hidden={{ groupId: group.id }}
          submitLabel={t("Start thread")}
          pendingLabel={t("Sending…")}
          cancelHref={here}
        >
          <Field name="title" label={t("Title")} required>
            <Input autoComplete="off" />
          </Field>
          <PostFields label={t("Message")} rows={8} names={mentionable} mayInvite={mayInvite} />
        </OperationForm>
      </Panel>
    </div>
  );
});
