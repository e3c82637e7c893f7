import type { Feature } from "@/lib/platform/operations/feature";
import { closeThread } from "./close-thread";
import { createGroup } from "./create-group";
import { deleteGroup } from "./delete-group";
import { deleteReply } from "./delete-reply";
import { deleteThread } from "./delete-thread";
import { digestJob } from "./digest-job";
import { discussionMailRecords } from "./discussion-mail-records";
import { discussionMailStops } from "./discussion-mail-stops";
import { discussionNotifications } from "./discussion-notifications";
import { discussionsPart } from "./discussions-waiting";
import { editReply } from "./edit-reply";
import { downloadPostFile } from "./files/download-post-file";
import { listPostUploads } from "./files/list-post-uploads";
import { postFilesReport } from "./files/post-files-report";
import { removePostUpload } from "./files/remove-post-upload";
import { startPostUpload } from "./files/start-post-upload";
import { viewPostThumbnail } from "./files/view-post-thumbnail";
import { viewPostUpload } from "./files/view-post-upload";
import { findDiscussions } from "./find-discussions";
import { findPosts } from "./find-posts";
import { handOverGroup } from "./hand-over-group";
import { inviteChoices } from "./invite-choices";
import { inviteToGroup } from "./invite-to-group";
import { joinGroup } from "./join-group";
import { leaveGroup } from "./leave-group";
import { listGroups } from "./list-groups";
import { listMembers } from "./list-members";
import { listReplies } from "./list-replies";
import { listRevisions } from "./list-revisions";
import { listThreads } from "./list-threads";
import { liveDiscussions } from "./live-discussions";
import { markRead } from "./mark-read";
import { newGroupChoices } from "./new-group-choices";
import { newThreadChoices } from "./new-thread-choices";
import { pinThread } from "./pin-thread";
import { removeMember } from "./remove-member";
import { replyInThread } from "./reply-in-thread";
import { setGroupNotifications } from "./set-group-notifications";
import { setThreadNotifications } from "./set-thread-notifications";
import { startThread } from "./start-thread";
import { updateGroup } from "./update-group";
import { viewGroup } from "./view-group";
import { viewGroupSettings } from "./view-group-settings";
import { viewReply } from "./view-reply";
import { viewThread } from "./view-thread";

export const discussionsFeature: Feature = {
  name: "workspace/discussions",
  operations: [
    closeThread,
    createGroup,
    deleteGroup,
    deleteReply,
    deleteThread,
    editReply,
    handOverGroup,
    inviteChoices,
    inviteToGroup,
    joinGroup,
    leaveGroup,
    listGroups,
    listMembers,
    listReplies,
    listRevisions,
    listThreads,
    markRead,
    newGroupChoices,
    newThreadChoices,
    pinThread,
    removeMember,
    replyInThread,
    setGroupNotifications,
    setThreadNotifications,
    startThread,
    updateGroup,
    viewGroup,
    viewGroupSettings,
    viewReply,
    viewThread,
    downloadPostFile,
    listPostUploads,
    removePostUpload,
    startPostUpload,
    viewPostThumbnail,
    viewPostUpload,
  ],
  search: [findDiscussions, findPosts],
  dashboard: [discussionsPart],
  jobs: [digestJob],
  live: liveDiscussions,
  notifications: discussionNotifications,
  notices: ["notices.workspace.receive"],
  reports: [postFilesReport],
  mailRecords: discussionMailRecords,
  mailStops: discussionMailStops,
};
