import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { AttachmentList } from "@/components/ui/attachments/attachment-list";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Markdown } from "@/components/ui/markdown";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { placeIn } from "@/components/ui/sort-props";
import { PostFields } from "@/components/workspace/discussions/post-fields";
import { RemoveFiles } from "@/components/workspace/discussions/remove-files";
import { Revisions } from "@/components/workspace/discussions/revisions";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { deleteReply } from "@/lib/workspace/discussions/delete-reply";
import { editReply } from "@/lib/workspace/discussions/edit-reply";
import { listPostUploads } from "@/lib/workspace/discussions/files/list-post-uploads";
import { listRevisions } from "@/lib/workspace/discussions/list-revisions";
import { viewReply } from "@/lib/workspace/discussions/view-reply";

export const generateMetadata = (): Metadata => ({ title: t("Post") });

export default accountPage(async ({ execute, action, account, base, params, search, actor }) => {
  const replyId = params.replyId ?? "";
  const asked = fromStrings(listRevisions.input, [...placeIn(search), ["replyId", replyId]]);
  const [post, revisions] = await Promise.all([
    execute(viewReply, { replyId }),
    execute(listRevisions, asked as { replyId: string }),
  ]);
  const list = `${base}/discussions`;
  const thread = `${list}/threads/${post.threadId}`;
  const { update, remove, inviteMentioned } = post.allowed;
  const waiting = update && (await execute(listPostUploads, { replyId }));
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <PageHeader
        title={t("Post by {name}", { name: post.authorName })}
        breadcrumb={[
          { label: t("Discussions"), href: list },
          { label: post.groupName, href: `${list}/${post.groupId}` },
          { label: post.threadTitle, href: thread },
        ]}
        actions={
          remove && (
            <ConfirmDialog
              id="delete-post"
              action={action(deleteReply, `${list}/threads/{threadId}`)}
              hidden={{ replyId }}
              trigger={t("Delete post")}
              title={t("Delete this post?")}
              consequences={[
                t("Its text, its files and earlier versions are deleted for good."),
                t("The thread shows that a post was deleted, and by whom."),
              ]}
              confirmLabel={t("Delete post")}
            />
          )
        }
      />
      <Panel>
        {waiting ? (
          <OperationForm
            action={action(editReply, `${list}/threads/{threadId}`)}
            hidden={{ replyId, version: post.version }}
            submitLabel={t("Save")}
            pendingLabel={t("Saving…")}
            cancelHref={thread}
          >
            {post.number === 1 && (
              <Field name="title" label={t("Title")} required>
                <Input autoComplete="off" defaultValue={post.threadTitle} />
              </Field>
            )}
            <PostFields
              label={t("Message")}
              rows={10}
              defaultValue={post.body}
              names={[]}
              mayInvite={inviteMentioned}
              files={{
                destination: { url: `/uploads/${account.id}/discussions`, about: { replyId } },
                waiting,
                locale: actor.locale,
              }}
            />
            <RemoveFiles attachments={post.attachments} locale={actor.locale} />
          </OperationForm>
        ) : (
          <>
            <Markdown text={post.body} />
            <AttachmentList
              attachments={post.attachments}
              href={`/api/v1/accounts/${account.id}/discussion-files`}
              locale={actor.locale}
            />
          </>
        )}
      </Panel>
      <Panel
        id="versions"
        flush
        title={t("Earlier versions")}
        description={t("Everyone who sees the post sees these.")}
      >
        <Revisions revisions={revisions.items} format={actor} />
        <Pagination
          {...pageLinks(`${list}/posts/${replyId}`, search, revisions, [msg("version@@of"), msg("versions@@of")])}
        />
      </Panel>
    </div>
  );
});
