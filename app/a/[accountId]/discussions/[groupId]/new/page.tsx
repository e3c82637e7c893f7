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
import { listPostUploads } from "@/lib/workspace/discussions/files/list-post-uploads";
import { newThreadChoices } from "@/lib/workspace/discussions/new-thread-choices";
import { startThread } from "@/lib/workspace/discussions/start-thread";

export const generateMetadata = (): Metadata => ({ title: t("New thread") });

export default accountPage(async ({ execute, action, account, base, params, actor }) => {
  const { group, mentionable, mayInvite } = await execute(newThreadChoices, { groupId: params.groupId ?? "" });
  const waiting = await execute(listPostUploads, { groupId: group.id });
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
          <PostFields
            label={t("Message")}
            rows={8}
            names={mentionable}
            mayInvite={mayInvite}
            files={{
              destination: { url: `/uploads/${account.id}/discussions`, about: { groupId: group.id } },
              waiting,
              locale: actor.locale,
            }}
          />
        </OperationForm>
      </Panel>
    </div>
  );
});
