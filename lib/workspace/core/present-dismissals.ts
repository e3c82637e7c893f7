interface Dismissed {
  readonly contactId: string;
  readonly key: string;
  readonly dismissedByName: string;
  readonly contact: { readonly name: string };
}

interface Organisation {
  readonly key: string;
  readonly name: string;
}

/** The interests that were dismissed, in organisations that the record is still about. */
export const presentDismissals = (dismissed: readonly Dismissed[], organisations: readonly Organisation[]) =>
  dismissed.flatMap(({ contactId, key, dismissedByName: byName, contact: { name } }) =>
    organisations.flatMap((one) => (one.key === key ? [{ contactId, name, organisation: one.name, byName }] : [])),
  );
