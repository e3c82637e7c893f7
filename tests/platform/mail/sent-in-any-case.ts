/** Mails of which nothing is asked when they are sent, by template, and why. */
export const sentInAnyCase: Readonly<Record<string, string>> = {
  "password-changed": "Tells a person that their own login has changed, whoever did it.",
  "two-factor-changed": "Tells a person that their own login has changed, whoever did it.",
  "two-factor-reset": "Tells a person that their own login has changed, and the owner.",
  "factor-reset": "Tells a colleague that their own login is about to change, and the managers who can object.",
  "email-changed": "Tells the address that was theirs before.",
  "email-change": "Goes to an address that isn't theirs yet, with a link that proves it.",
  "verify-email": "Goes to an address that isn't proven yet, with a link that proves it.",
  "password-reset": "Somebody who can't sign in asked for it. The link ends by itself.",
  "team-welcome": "A colleague's first link, which ends by itself.",
  "owner-welcome": "An owner's first link, which ends by itself. Staff tell nobody of customers by it but the owner.",
  "account-closed": "Tells people that they have lost their access.",
  "mail-refused": "Answers what its sender has just written, once a day, and quotes nothing.",
  "which-account": "Answers what its sender has just written, once a day, and names nothing.",
};

/** Notifications about which nothing but the notification is asked, and why. */
export const byNotification: Readonly<Record<string, string>> = {
  "invoice-issued": "Billing notifications are for all who get them, whether or not they can open the records.",
  "invoice-withdrawn": "As for invoices.",
  "invoice-reminder": "As for invoices.",
  "refund-news": "As for invoices.",
  "payment-news": "As for invoices.",
  "credit-note-issued": "As for invoices.",
  "payment-method-changed": "As for invoices.",
  "card-expires": "As for invoices.",
};
