import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { type AccountPageContext, accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Panel } from "@/components/ui/panel";
import { placeIn } from "@/components/ui/sort-props";
import { PrivateBadge } from "@/components/workspace/discussions/groups-table";
import { MarkRead } from "@/components/workspace/discussions/mark-read";
import { Post } from "@/components/workspace/discussions/post";
import { PostFields } from "@/components/workspace/discussions/post-fields";
import { quoteOf } from "@/components/workspace/discussions/quote-of";
import { ThreadSide } from "@/components/workspace/discussions/thread-side";
import { fromStrings } from "@/lib/http/from-strings";
import { Problem } from "@/lib/platform/kernel/problem";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { closeThread } from "@/lib/workspace/discussions/close-thread";
import { deleteThread } from "@/lib/workspace/discussions/delete-thread";
import { listPostUploads } from "@/lib/workspace/discussions/files/list-post-uploads";
import { listReplies } from "@/lib/workspace/discussions/list-replies";
import { markRead } from "@/lib/workspace/discussions/mark-read";
import { pinThread } from "@/lib/workspace/discussions/pin-thread";
import { replyInThread } from "@/lib/workspace/discussions/reply-in-thread";
import { setThreadNotifications } from "@/lib/workspace/discussions/set-thread-notifications";
import { viewReply } from "@/lib/workspace/discussions/view-reply";
import { viewThread } from "@/lib/workspace/discussions/view-thread";

export const generateMetadata = (): Metadata => ({ title: t("Thread") });

/** `?quote=` fills the reply with a post: the link below that post. */
export default accountPage(async ({ execute, action, account, base, params, search, actor, realNow: now }) => {
  const threadId = params.threadId ?? "";
  const asked = fromStrings(listReplies.input, [...placeIn(search), ["threadId", threadId]]);
  const [thread, posts, quoted] = await Promise.all([
    execute(viewThread, { threadId }),
    execute(listReplies, asked as { threadId: string }),
    search.quote ? quotable(execute, search.quote) : null,
  ]);
  const { group, allowed, closedAt, closedByName } = thread;
  const waiting = allowed.reply && (await execute(listPostUploads, { threadId }));
  const list = `${base}/discussions`;
  const here = `${list}/threads/${threadId}`;
  const { previousHref, nextHref } = pageLinks(here, search, posts, [msg("post@@of"), msg("posts@@of")]);
  const last = posts.items.at(-1);
  return (
    <>
      <LiveRefresh of={group.isPrivate ? "private-discussion-thread" : "discussion-thread"} id={threadId} />
      <PageHeader
        title={thread.title}
        mark={
          <>
            {group.isPrivate && <PrivateBadge />}
            {closedAt && <Badge icon={<Icon name="lock" className="size-3" />}>{t("Closed@@thread")}</Badge>}
          </>
        }
        breadcrumb={[
          { label: t("Discussions"), href: list },
          { label: group.name, href: `${list}/${group.id}` },
        ]}
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-3">
          {previousHref && (
            <ButtonLink href={previousHref} className="self-center">
              {t("Earlier posts")}
            </ButtonLink>
          )}
          <ol className="flex flex-col gap-3">
            {posts.items.map((post) => (
              <li key={post.id}>
                <Post
                  post={post}
                  isNew={!post.mine && thread.readNumber > 0 && post.number > thread.readNumber}
                  href={`${list}/posts/${post.id}`}
                  filesHref={`/api/v1/accounts/${account.id}/discussion-files`}
                  quoteHref={allowed.reply ? `${here}?quote=${post.id}#reply` : undefined}
                  now={now}
                  format={actor}
                />
              </li>
            ))}
          </ol>
          {nextHref && (
            <ButtonLink href={nextHref} className="self-center">
              {t("Later posts")}
            </ButtonLink>
          )}
          {last && last.number > thread.readNumber && (
            <MarkRead
              threadId={threadId}
              number={last.number}
              href={`/api/v1/accounts/${account.id}/discussion-threads/${threadId}/read`}
              action={action(markRead)}
            />
          )}
          {closedAt && (
            <Callout>
              {t("{name} closed this thread. Nobody can reply until it is reopened.", { name: closedByName ?? "" })}
            </Callout>
          )}
          {waiting && (
            <Panel id="reply" title={t("Reply")}>
              <OperationForm
                // A quote fills the form anew.
                key={search.quote ?? "reply"}
                action={action(replyInThread)}
                idempotencyKey={randomUUID()}
                hidden={{ threadId }}
                label={t("Reply")}
                submitLabel={t("Post reply")}
                pendingLabel={t("Sending…")}
                submitIcon={<Icon name="send" />}
                doneMessage={t("Posted.")}
                resetOnDone
              >
                <PostFields
                  label={t("Your reply")}
                  placeholder={t("Write your reply")}
                  defaultValue={quoted?.threadId === threadId ? quoteOf(quoted) : undefined}
                  names={thread.mentionable}
                  mayInvite={allowed.inviteMentioned}
                  files={{
                    destination: { url: `/uploads/${account.id}/discussions`, about: { threadId } },
                    waiting,
                    locale: actor.locale,
                  }}
                />
              </OperationForm>
            </Panel>
          )}
        </div>
        <ThreadSide
          thread={thread}
          setNotifications={action(setThreadNotifications)}
          pin={action(pinThread)}
          close={action(closeThread)}
          remove={action(deleteThread, `${list}/{groupId}`)}
        />
      </div>
    </>
  );
});

/** Null once it is deleted: the thread is still there to be read. */
async function quotable(execute: AccountPageContext["execute"], replyId: string) {
  try {
    return await execute(viewReply, { replyId });
  } catch (error) {
    if (error instanceof Problem && (error.code === "not-found" || error.code === "invalid")) return null;
    throw error;
  }
}
