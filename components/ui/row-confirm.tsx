import type { ButtonSize } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmedDialog, type ConfirmedDialogProps } from "@/components/ui/confirm-dialog";
import { type Params, withParams } from "@/components/ui/with-params";

/** Which row's dialog a page was asked for with, and the page's address: its path, and its parameters without that. */
export interface AskedConfirm {
  readonly id: string | undefined;
  readonly path: string;
  readonly params: Params;
}

/** For a page of a list: what its address says. */
export function askedConfirm(path: string, search: Readonly<Record<string, string>>): AskedConfirm {
  const { confirm: id, ...params } = search;
  return { id, path, params };
}

export type RowConfirmProps = Omit<ConfirmedDialogProps, "closesTo"> & {
  asked: AskedConfirm;
  /** Text of the link that opens it, and its name for screen readers where other rows have the same. */
  trigger: string;
  label: string;
  size?: ButtonSize;
};

/**
 * A `ConfirmDialog` for the rows of a list: a link to the same page with this row's dialog open. A page of ten rows would
 * otherwise send ten dialogs of which nine are never seen.
 */
export function RowConfirm({ asked, trigger, label, size, ...dialog }: RowConfirmProps) {
  const { id, destructive = true } = dialog;
  return (
    <>
      <ButtonLink
        href={withParams("", asked.params, { confirm: id })}
        scroll={false}
        variant={destructive ? "danger-quiet" : "secondary"}
        size={size}
        aria-label={label}
      >
        {trigger}
      </ButtonLink>
      {asked.id === id && <ConfirmedDialog {...dialog} closesTo={withParams(asked.path, asked.params, {})} />}
    </>
  );
}
