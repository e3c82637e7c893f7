import { always, inFolder, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const documents = {
  //      cells:   owner   admin   billing   support    agent  accounting  manager   self
  "documents.view": {
    area: "documents", name: "View documents", title: "View a folder and its files.", delegable: "holders", record: "folder", recusable: true,
    cells:     [always, always, inFolder, inFolder,  no,    no,         no,       no],
  },
  "documents.files.upload": {
    area: "documents", name: "Upload files", title: "Upload files to a folder.", delegable: "holders", record: "folder", recusable: true,
    cells:     [always, always, inFolder, inFolder,  no,    no,         no,       no],
  },
  "documents.folders.create": {
    area: "documents", name: "Create folders", title: "Create a subfolder.", delegable: "holders", record: "folder", recusable: true,
    cells:     [always, always, inFolder, inFolder,  no,    no,         no,       no],
  },
  "documents.files.move": {
    area: "documents", name: "Move files", title: "Move files from one folder to another.", delegable: "holders", record: "file",
    cells:     [always, always, no,       no,        no,    no,         no,       no],
  },
  "documents.folders.move": {
    area: "documents", name: "Move folders", title: "Move a folder into another folder.", delegable: "holders", record: "folder",
    cells:     [always, always, no,       no,        no,    no,         no,       no],
  },
  "documents.files.reorder": {
    area: "documents", name: "Reorder files", title: "Change the order of the files in a folder.", delegable: "holders", record: "file",
    cells:     [always, always, no,       no,        no,    no,         no,       no],
  },
  "documents.folders.reorder": {
    area: "documents", name: "Reorder folders", title: "Change the order of folders.", delegable: "holders", record: "folder",
    cells:     [always, always, no,       no,        no,    no,         no,       no],
  },
  "documents.folders.change-access": {
    area: "documents", name: "Change folder access", title: "Choose who has access to a folder.", delegable: "holders", record: "folder",
    cells:     [always, always, no,       no,        no,    no,         no,       no],
  },
  "documents.files.replace": {
    area: "documents", name: "Replace files", title: "Replace a file with a new version.", delegable: "holders", record: "file",
    cells:     [always, always, no,       no,        no,    no,         no,       no],
  },
  "documents.files.delete": {
    area: "documents", name: "Delete files", title: "Delete a file.", delegable: "holders", record: "file",
    cells:     [always, always, no,       no,        no,    no,         no,       no],
  },
  "documents.folders.delete": {
    area: "documents", name: "Delete folders", title: "Delete a folder and everything in it.", delegable: "holders", record: "folder", recusable: true,
    cells:     [always, always, no,       no,        no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
