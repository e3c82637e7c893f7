/** How much is laid. The counts of rows follow from the accounts: an ordinary one has about 45 invoices. */
export interface Size {
  readonly accounts: number;
  /** Invoices of the first laid account. Zero: it is as ordinary as the others. */
  readonly bigInvoices: number;
  /** Contacts of the second. */
  readonly crowd: number;
}

export const INVOICES_EACH = 45;

/** The figures: a million invoices, ticket messages and audit rows. */
export const largeSize = (scale: number): Size => ({
  accounts: Math.round(20_000 * scale),
  bigInvoices: Math.round(100_000 * scale),
  crowd: Math.round(5_000 * scale),
});

/** Ten thousand invoices, of the same accounts without the two extremes. */
export const smallSize: Size = { accounts: 220, bigInvoices: 0, crowd: 0 };

/** People who sign in for the measurement, by the place of their account among those laid. */
export const ownerAddress = (place: number): string => `owner-${place}@growth.example`;
export const places = { big: 1, crowded: 2, ordinary: 3 } as const;
