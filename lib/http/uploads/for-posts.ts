import { fromStrings } from "@/lib/http/from-strings";
import { execute } from "@/lib/platform/operations/execute";
import { listPostUploads } from "@/lib/workspace/discussions/files/list-post-uploads";
import { removePostUpload } from "@/lib/workspace/discussions/files/remove-post-upload";
import { startPostUpload } from "@/lib/workspace/discussions/files/start-post-upload";
import { viewPostUpload } from "@/lib/workspace/discussions/files/view-post-upload";
import type { Asked, UploadPurpose } from "./upload-purpose";

/** Files of posts: they wait until the post takes them. */
export const forPosts: UploadPurpose = {
  path: "/discussions",
  start: ({ caller, accountId }, file, asked) =>
    execute(caller, accountId, startPostUpload, { ...file, ...draftOf(asked) }),
  view: ({ caller, accountId }, uploadId) => execute(caller, accountId, viewPostUpload, { uploadId }),
  async remove({ caller, accountId }, uploadId) {
    await execute(caller, accountId, removePostUpload, { uploadId });
  },
  async requireForm({ caller, accountId }, asked) {
    await execute(caller, accountId, listPostUploads, draftOf(asked));
  },
  pageOf(accountId, asked) {
    const { groupId, threadId, replyId } = draftOf(asked);
    const page = replyId ? `posts/${replyId}` : threadId ? `threads/${threadId}` : `${groupId}/new`;
    return `/a/${accountId}/discussions/${page}#message-files`;
  },
};

const draftOf = ({ groupId, threadId, replyId }: Asked) =>
  fromStrings(
    listPostUploads.input,
    Object.entries({ groupId, threadId, replyId }).filter((one): one is [string, string] => Boolean(one[1])),
  ) as { groupId?: string; threadId?: string; replyId?: string };
