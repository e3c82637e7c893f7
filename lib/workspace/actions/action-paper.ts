/** The printed list of actions, as plain data for the thread that draws it. */
export interface ActionPaper {
  readonly accountName: string;
  /** When it was made. */
  readonly at: string;
  readonly rows: readonly {
    readonly number: number;
    readonly title: string;
    readonly status: string;
    readonly dueOn: string | null;
    readonly overdue: boolean;
    readonly assignees: readonly string[];
  }[];
}
