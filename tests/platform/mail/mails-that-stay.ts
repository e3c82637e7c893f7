const LOGIN = "Tells a person that their own login has changed, whoever did it.";
const LINK = "Asked for, or a first link: without it nobody could go on.";
const RIGHTS = "Tells a person that what they may do has changed, or is about to.";
const OWNER = "Only the owner gets it, who answers for the account: who has access to it, and what it costs.";
const OBLIGATION = "A payment is due or has failed: whoever missed it would learn of it when services are suspended.";
const REPLY = "Answers what its sender has just written, once a day.";

/** The templates that can't be turned off, and why. Every other one has a link and the headers for it. */
export const mailsThatStay: Readonly<Record<string, string>> = {
  "password-changed": LOGIN,
  "two-factor-changed": LOGIN,
  "two-factor-reset": LOGIN,
  "two-factor-required": "Without doing what it asks for they can't sign in any more.",
  "factor-reset": LOGIN,
  "email-changed": LOGIN,
  "email-change": LINK,
  "verify-email": LINK,
  "password-reset": LINK,
  "team-welcome": LINK,
  "owner-welcome": LINK,
  invitation: LINK,
  "notices-added": LINK,
  "account-closed": RIGHTS,
  "permission-answer": RIGHTS,
  "permission-request": "Somebody waits for an answer that only its readers can give.",
  "role-given": RIGHTS,
  "term-ends": RIGHTS,
  "ownership-offer": "Somebody waits for an answer that only its reader can give.",
  "ownership-news": RIGHTS,
  "role-request": OWNER,
  "staff-visit": OWNER,
  "staff-change": OWNER,
  "order-placed": OWNER,
  "plan-changed": OWNER,
  "invoice-reminder": OBLIGATION,
  "payment-news": OBLIGATION,
  "card-expires": OBLIGATION,
  "refund-news": "Money goes back, or doesn't: whoever misses it may pay twice.",
  "payment-method-changed": "Somebody has changed what money is taken from.",
  "mail-refused": REPLY,
  "which-account": REPLY,
  "mail-bounced": "Mail about a ticket doesn't arrive any more. It is told once.",
};

/** Copies that can't be turned off of mails that otherwise can, by what is asked of their readers, and why. */
export const copiesThatStay: Readonly<Record<string, string>> = {
  "ticket-mention": "A colleague addresses them by name. It is one mail, and nothing follows from it.",
  "ticket-staff": "It is their work.",
};
