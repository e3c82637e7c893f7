import type { Feature } from "@/lib/platform/operations/feature";
import { addDocument } from "./add-document";
import { changeAccess } from "./change-access";
import { createFolder } from "./create-folder";
import { creationChoices } from "./creation-choices";
import { deleteDocument } from "./delete-document";
import { deleteFolder } from "./delete-folder";
import { downloadDocument } from "./download-document";
import { findDocuments, findFolders } from "./find-documents";
import { folderMailRecord } from "./folder-mail-record";
import { folderNotification } from "./folder-notification";
import { foldersReport } from "./folders-report";
import { listDeletedDocuments } from "./list-deleted-documents";
import { listDeletedFolders } from "./list-deleted-folders";
import { listDocuments } from "./list-documents";
import { listFolders } from "./list-folders";
import { listVersions } from "./list-versions";
import { liveDocuments, liveFolders } from "./live-documents";
import { mayUpload } from "./may-upload";
import { moveFiles } from "./move-files";
import { moveFolder } from "./move-folder";
import { previewAccess } from "./preview-access";
import { previewFilesMove } from "./preview-files-move";
import { previewFolderMove } from "./preview-folder-move";
import { previewLinks } from "./preview-links";
import { purgeDocumentsJob, purgeFoldersJob } from "./purge-deleted";
import { dismissFolderConflict } from "./recusals/dismiss-folder-conflict";
import { liftFolderRecusal } from "./recusals/lift-folder-recusal";
import { listOwnRecusals } from "./recusals/list-own-recusals";
import { recuseFromFolder } from "./recusals/recuse-from-folder";
import { tagFolder } from "./recusals/tag-folder";
import { viewFolderRecusals } from "./recusals/view-folder-recusals";
import { removeDocumentUpload } from "./remove-upload";
import { renameDocument } from "./rename-document";
import { renameFolder } from "./rename-folder";
import { reorderDocument } from "./reorder-document";
import { reorderFolder } from "./reorder-folder";
import { replaceDocument } from "./replace-document";
import { restoreDocument } from "./restore-document";
import { restoreFolder } from "./restore-folder";
import { restoreVersion } from "./restore-version";
import { startDocumentUpload } from "./start-upload";
import { findContents } from "./texts/find-contents";
import { viewText } from "./texts/view-text";
import { viewAccess } from "./view-access";
import { viewDocument } from "./view-document";
import { viewFolder } from "./view-folder";
import { viewPage } from "./view-page";
import { viewDocumentUpload } from "./view-upload";
import { whoCanOpen } from "./who-can-open";
import { downloadZip } from "./zip/download-zip";
import { previewZip } from "./zip/preview-zip";

export const documentsFeature: Feature = {
  name: "workspace/documents",
  operations: [
    addDocument,
    changeAccess,
    createFolder,
    creationChoices,
    deleteDocument,
    deleteFolder,
    downloadDocument,
    downloadZip,
    listDeletedDocuments,
    listDeletedFolders,
    listDocuments,
    listFolders,
    listVersions,
    mayUpload,
    moveFiles,
    moveFolder,
    previewAccess,
    previewFilesMove,
    previewFolderMove,
    previewZip,
    previewLinks,
    removeDocumentUpload,
    renameDocument,
    renameFolder,
    reorderDocument,
    reorderFolder,
    replaceDocument,
    restoreDocument,
    restoreFolder,
    restoreVersion,
    startDocumentUpload,
    viewAccess,
    viewDocument,
    viewDocumentUpload,
    viewFolder,
    viewPage,
    viewText,
    whoCanOpen,
    viewFolderRecusals,
    recuseFromFolder,
    liftFolderRecusal,
    dismissFolderConflict,
    tagFolder,
    listOwnRecusals,
  ],
  reports: [foldersReport],
  search: [findFolders, findDocuments, findContents],
  live: [liveFolders, liveDocuments],
  jobs: [purgeFoldersJob, purgeDocumentsJob],
  notices: ["notices.workspace.receive"],
  notifications: [folderNotification],
  mailRecords: [folderMailRecord],
};
