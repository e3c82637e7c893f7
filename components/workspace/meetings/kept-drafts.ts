interface Draft {
  /** The version it was typed on. */
  readonly version: number;
  readonly minutes: string;
}

/**
 * What is typed and not saved yet, kept in this tab alone: it ends with the tab, as others may use the same computer. A browser
 * that keeps nothing loses nothing but that.
 */
export function keptDrafts(url: string) {
  const name = `minutes:${url}`;
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    keep: (draft: Draft) => attempt(() => sessionStorage.setItem(name, JSON.stringify(draft))),
    drop: () => attempt(() => sessionStorage.removeItem(name)),
    read: (): Draft | null => attempt(() => JSON.parse(sessionStorage.getItem(name) ?? "null") as Draft | null),
  };
}
