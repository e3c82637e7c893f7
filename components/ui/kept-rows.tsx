import { Component, createRef, type ReactNode } from "react";

interface Place {
  /** The row with the focus, and which of its controls has it. */
  readonly row: HTMLTableRowElement | null;
  readonly at: number;
  /** What is ticked or not, other than the page was sent with. */
  readonly changed: ReadonlyMap<HTMLTableRowElement, readonly string[]>;
}

/**
 * The body of a table whose rows are HTML. A row that changes gets new contents while somebody reads it: the focus goes back to the
 * same control of it, and ticks stay. React restores neither, since for it the row is one piece. A class, because only that
 * is asked before React changes the document.
 */
export class KeptRows extends Component<{ children: ReactNode }> {
  readonly #body = createRef<HTMLTableSectionElement>();

  override getSnapshotBeforeUpdate(): Place {
    const rows = [...(this.#body.current?.rows ?? [])];
    const row = rows.find((one) => one.contains(document.activeElement)) ?? null;
    const at = row === null ? -1 : controlsOf(row).indexOf(document.activeElement as HTMLElement);
    return { row, at, changed: new Map(rows.map((one) => [one, ticksOf(one).filter(isChanged).map(nameOf)])) };
  }

  override componentDidUpdate(_before: unknown, _state: unknown, { row, at, changed }: Place): void {
    for (const [one, names] of changed) {
      for (const tick of names.length > 0 ? ticksOf(one) : []) {
        if (names.includes(nameOf(tick))) tick.checked = !tick.defaultChecked;
      }
    }
    if (at >= 0 && row?.isConnected && document.activeElement === document.body) {
      controlsOf(row)[at]?.focus({ preventScroll: true });
    }
  }

  override render(): ReactNode {
    // The layout on a phone changes `display`, which hides a table's meaning from some screen readers.
    return (
      <tbody ref={this.#body} {...{ role: "rowgroup" }}>
        {this.props.children}
      </tbody>
    );
  }
}

const controlsOf = (row: HTMLElement): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea"),
];

const ticksOf = (row: HTMLElement): HTMLInputElement[] => [
  ...row.querySelectorAll<HTMLInputElement>("input[type=checkbox]"),
];

const isChanged = ({ checked, defaultChecked }: HTMLInputElement): boolean => checked !== defaultChecked;

const nameOf = ({ name, value }: HTMLInputElement): string => `${name}=${value}`;
