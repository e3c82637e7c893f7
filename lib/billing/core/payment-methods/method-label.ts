interface Method {
  readonly kind: "card" | "sepaDebit";
  readonly brand: string;
  readonly last4: string;
}

/** The label payers recognise: "Visa •••• 4242". */
export const methodLabel = ({ brand, last4 }: Method): string => `${brand} •••• ${last4}`;
