interface Folder {
  parent: string;
  name: string;
  /** Null: it inherits. */
  list: Set<string> | null;
  /** The folder that was deleted, and this one with it. */
  deletedWith: string | null;
}

interface File {
  folder: string;
  name: string;
  deleted: boolean;
}

/** How a model begins: with these folders, and a file of the same name in each. */
export interface Beginning {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly list: readonly string[] | null;
  readonly fileId: string;
}

/**
 * The rules of folders and their files, worked out plainly: nothing is kept that could be computed. Each change says whether it
 * is allowed.
 */
export class FolderModel {
  readonly #folders = new Map<string, Folder>();
  readonly #files = new Map<string, File>();

  constructor(
    beginning: readonly Beginning[],
    private readonly top: string,
  ) {
    for (const { id, name, parent, list, fileId } of beginning) {
      this.#folders.set(id, { parent, name, list: list && new Set(list), deletedWith: null });
      this.#files.set(fileId, { folder: id, name: `${name}.txt`, deleted: false });
    }
  }

  move(id: string, to: string): boolean {
    const folder = this.#living(id);
    if (!folder || (to !== this.top && !this.#living(to)) || this.#above(to).includes(id)) return false;
    if (this.#namesIn(to, id).includes(folder.name)) return false;
    const before = this.#listOf(id);
    folder.parent = to;
    if (folder.list === null) this.#takeFromDeleted(id, before, this.#listOf(id));
    return true;
  }

  share(id: string, people: readonly string[]): boolean {
    const folder = this.#living(id);
    if (!folder) return false;
    const before = this.#listOf(id);
    folder.list = new Set(people);
    this.#takeFromDeleted(id, before, folder.list);
    return true;
  }

  inherit(id: string): boolean {
    const folder = this.#living(id);
    if (!folder) return false;
    const before = this.#listOf(id);
    folder.list = null;
    this.#takeFromDeleted(id, before, this.#listOf(id));
    return true;
  }

  delete(id: string): boolean {
    if (!this.#living(id)) return false;
    for (const one of this.#below(id)) {
      const folder = this.#folders.get(one);
      if (folder && folder.deletedWith === null) folder.deletedWith = id;
    }
    return true;
  }

  restore(id: string): boolean {
    const folder = this.#folders.get(id);
    if (folder?.deletedWith !== id) return false;
    if (folder.parent !== this.top && !this.#living(folder.parent)) {
      folder.parent = this.top;
      folder.list ??= new Set();
    }
    folder.name = freeName(folder.name, this.#namesIn(folder.parent, id));
    for (const one of this.#folders.values()) if (one.deletedWith === id) one.deletedWith = null;
    return true;
  }

  rename(id: string, name: string): boolean {
    const folder = this.#living(id);
    if (!folder || this.#namesIn(folder.parent, id).includes(name)) return false;
    folder.name = name;
    return true;
  }

  upload(folderId: string, fileId: string, name: string): boolean {
    if (!this.#living(folderId) || this.#files.has(fileId)) return false;
    this.#files.set(fileId, { folder: folderId, name: freeName(name, this.#fileNamesIn(folderId)), deleted: false });
    return true;
  }

  moveFile(id: string, to: string): boolean {
    const file = this.#livingFile(id);
    if (!file || !this.#living(to)) return false;
    if (file.folder !== to) file.name = freeName(file.name, this.#fileNamesIn(to));
    file.folder = to;
    return true;
  }

  renameFile(id: string, name: string): boolean {
    const file = this.#livingFile(id);
    if (!file || this.#fileNamesIn(file.folder, id).includes(name)) return false;
    file.name = name;
    return true;
  }

  deleteFile(id: string): boolean {
    const file = this.#livingFile(id);
    if (file) file.deleted = true;
    return file !== undefined;
  }

  restoreFile(id: string): boolean {
    const file = this.#files.get(id);
    if (!file?.deleted || !this.#living(file.folder)) return false;
    file.name = freeName(file.name, this.#fileNamesIn(file.folder));
    file.deleted = false;
    return true;
  }

  /** The folders and files that a person sees, by name. */
  seenBy(contact: string): string[] {
    const sees = (id: string) => this.#living(id) !== undefined && this.#listOf(id).has(contact);
    const folders = [...this.#folders].filter(([id]) => sees(id)).map(([id, { name }]) => `${id} ${name}`);
    const files = [...this.#files].filter(([, { deleted, folder }]) => !deleted && sees(folder));
    return [...folders, ...files.map(([id, { name }]) => `${id} ${name}`)].sort();
  }

  deletedFolders(): string[] {
    return [...this.#folders].filter(([, { deletedWith }]) => deletedWith !== null).map(([id]) => id);
  }

  deletedFiles(): string[] {
    return [...this.#files].filter(([, { deleted }]) => deleted).map(([id]) => id);
  }

  #livingFile(id: string): File | undefined {
    const file = this.#files.get(id);
    return file && !file.deleted && this.#living(file.folder) ? file : undefined;
  }

  #namesIn(parent: string, except: string): string[] {
    return [...this.#folders]
      .filter(([id, folder]) => id !== except && folder.parent === parent && folder.deletedWith === null)
      .map(([, { name }]) => name);
  }

  #fileNamesIn(folderId: string, except?: string): string[] {
    return [...this.#files]
      .filter(([id, { folder, deleted }]) => id !== except && folder === folderId && !deleted)
      .map(([, { name }]) => name);
  }

  #living(id: string): Folder | undefined {
    const folder = this.#folders.get(id);
    return folder?.deletedWith === null ? folder : undefined;
  }

  #listOf(id: string): Set<string> {
    const folder = this.#folders.get(id);
    return folder === undefined ? new Set() : (folder.list ?? this.#listOf(folder.parent));
  }

  /** Whoever loses a folder doesn't come back to what was deleted below it. */
  #takeFromDeleted(id: string, before: Set<string>, after: Set<string>): void {
    for (const one of this.#below(id)) {
      const folder = this.#folders.get(one);
      if (!folder?.deletedWith) continue;
      for (const person of before) if (!after.has(person)) folder.list?.delete(person);
    }
  }

  #above(id: string): string[] {
    const folder = this.#folders.get(id);
    return folder === undefined ? [id] : [id, ...this.#above(folder.parent)];
  }

  #below(id: string): string[] {
    return [...this.#folders.keys()].filter((one) => this.#above(one).includes(id));
  }
}

/** `Plan.txt`, or `Plan (2).txt` and so on if that is taken. */
function freeName(name: string, taken: readonly string[]): string {
  const [stem = "", ending = ""] = name.split(/(?=\.txt$)/);
  for (let count = 1; ; count++) {
    const one = count === 1 ? name : `${stem} (${count})${ending}`;
    if (!taken.includes(one)) return one;
  }
}
