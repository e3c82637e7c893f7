/** Mails that somebody waits for, by template, and what they can't do before. */
export const awaitedMail: Readonly<Record<string, string>> = {
  "password-reset": "They can't sign in.",
  "verify-email": "They pressed a button and look for the link.",
  "email-change": "They pressed a button and look for the link.",
  invitation: "They can't join the account. Those of one account are limited.",
  "notices-added": "Nothing else is sent to them.",
  "team-welcome": "They can't sign in.",
  "owner-welcome": "They can't sign in. Not those of an import.",
};
