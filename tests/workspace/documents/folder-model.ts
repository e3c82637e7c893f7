interface Folder {
  parent: string;
  /** Null: it inherits. */
  list: Set<string> | null;
  /** The folder that was deleted, and this one with it. */
  deletedWith: string | null;
}

/** The rules of folders, worked out plainly: nothing is kept that could be computed. Each change says whether it is allowed. */
export class FolderModel {
  readonly #folders = new Map<string, Folder>();

  constructor(
    ids: readonly string[],
    private readonly top: string,
  ) {
    for (const id of ids) this.#folders.set(id, { parent: top, list: null, deletedWith: null });
  }

  move(id: string, to: string): boolean {
    const folder = this.#living(id);
    if (!folder || (to !== this.top && !this.#living(to)) || this.#above(to).includes(id)) return false;
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
    for (const one of this.#folders.values()) if (one.deletedWith === id) one.deletedWith = null;
    return true;
  }

  seenBy(contact: string): string[] {
    return [...this.#folders.keys()].filter((id) => this.#living(id) && this.#listOf(id).has(contact)).sort();
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
