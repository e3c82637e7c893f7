interface PublicRoute {
  /** Path of its file. */
  readonly file: string;
  /** The exports that the framework calls. */
  readonly exports: readonly string[];
  /** Why it runs without an operation. */
  readonly reason: string;
}

/**
 * All routes that don't execute an operation: those before sign-in, and public information. A test checks that there
 * are no others.
 */
export const publicRoutes: readonly PublicRoute[] = [
  {
    file: "app/(public)/sign-in/page.tsx",
    exports: ["default"],
    reason: "Nobody is signed in yet.",
  },
  {
    file: "app/(public)/sign-in/action.ts",
    exports: ["signInAction", "passkeyOptionsAction", "passkeySignInAction"],
    reason: "Signs a visitor in: checks the email address and password, or a passkey, and limits guessing.",
  },
  {
    file: "app/(public)/sign-in/second-step/page.tsx",
    exports: ["default"],
    reason:
      "Nobody is signed in yet. The cookie set after the right password is the permission to be asked for a code.",
  },
  {
    file: "app/(public)/sign-in/second-step/action.ts",
    exports: ["codeAction", "factorOptionsAction", "factorPasskeyAction"],
    reason:
      "Finishes a sign-in: checks a code or a passkey of the person whose password was right, and limits guessing.",
  },
  {
    file: "app/(public)/sign-out/action.ts",
    exports: ["signOutAction"],
    reason: "Ends the session in the caller's own cookie, even if they have no access left.",
  },
  {
    file: "app/(public)/forgot-password/page.tsx",
    exports: ["default"],
    reason: "For people who can't sign in.",
  },
  {
    file: "app/(public)/forgot-password/action.ts",
    exports: ["forgotPasswordAction"],
    reason: "Emails a reset link if the address has a login, and answers the same if it doesn't.",
  },
  {
    file: "app/(public)/reset-password/[token]/page.tsx",
    exports: ["default"],
    reason: "The emailed link is the permission. Opening it doesn't use it up.",
  },
  {
    file: "app/(public)/reset-password/[token]/action.ts",
    exports: ["resetPasswordAction"],
    reason: "The emailed link is the permission. It is used up here.",
  },
  {
    file: "app/(public)/setup/[token]/page.tsx",
    exports: ["default"],
    reason: "Nobody is on the team yet: the link that the server printed is the permission, until somebody is.",
  },
  {
    file: "app/(public)/setup/[token]/action.ts",
    exports: ["setUpAction"],
    reason: "Creates the first manager: the printed link is the permission, and it is used up here.",
  },
  {
    file: "app/(public)/confirm-email/[token]/page.tsx",
    exports: ["default"],
    reason: "The emailed link is the permission. Opening it doesn't confirm anything.",
  },
  {
    file: "app/(public)/confirm-email/[token]/action.ts",
    exports: ["confirmEmailAction"],
    reason: "The emailed link is the permission of the address it was sent to.",
  },
  {
    file: "app/(public)/verify-email/[token]/page.tsx",
    exports: ["default"],
    reason: "The encrypted link in the email is the permission. Opening it doesn't confirm anything.",
  },
  {
    file: "app/(public)/verify-email/[token]/action.ts",
    exports: ["verifyEmailAction"],
    reason: "The encrypted link in the email is the permission, even for contacts without a login.",
  },
  {
    file: "app/(public)/unsubscribe/[token]/page.tsx",
    exports: ["default"],
    reason: "The signed link in the email is the permission. Opening it doesn't unsubscribe.",
  },
  {
    file: "app/(public)/unsubscribe/[token]/action.ts",
    exports: ["unsubscribeAction"],
    reason:
      "The signed link in the email is the permission to unsubscribe from that kind of email, even without a login.",
  },
  {
    file: "app/api/unsubscribe/[token]/route.ts",
    exports: ["GET", "POST"],
    reason: "The mail client's unsubscribe button. GET only redirects to the page that asks.",
  },
  {
    file: "app/(public)/invitation/[token]/page.tsx",
    exports: ["default"],
    reason: "The invited person isn't a contact yet. Mail scanners can open the link without using it up.",
  },
  {
    file: "app/(public)/invitation/[token]/action.ts",
    exports: ["joinAction", "acceptAction"],
    reason: "The emailed link, together with the invited address, is the permission to join.",
  },
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    exports: ["GET", "POST"],
    reason: "next-auth's protocol around the same sign-in and sign-out.",
  },
  {
    file: "app/pdfjs/[...path]/route.ts",
    exports: ["GET"],
    reason: "pdf.js with its fonts and character maps: the same for everybody, and holds nothing of any account.",
  },
  {
    file: "app/brand/[file]/route.ts",
    exports: ["GET"],
    reason: "The logo, icon and colours of the portal, which are on the sign-in page and in email.",
  },
  {
    file: "app/api/v1/openapi.json/route.ts",
    exports: ["GET"],
    reason: "Describes the API. It is the same for everyone and contains no data but the company's name.",
  },
  {
    file: "app/api/webhooks/stripe/route.ts",
    exports: ["POST"],
    reason: "Stripe reports the result of a payment. Its signature over the body is the permission.",
  },
  {
    file: "app/reference/permissions/page.tsx",
    exports: ["default"],
    reason: "Shows the permission catalogue and matrix, which are part of the program and contain no data.",
  },
  {
    file: "app/reference/policy/page.tsx",
    exports: ["default"],
    reason: "Shows the policy documents with their rules and tests, which are part of the program and contain no data.",
  },
  {
    file: "app/calendar/[token]/route.ts",
    exports: ["GET"],
    reason: "Calendar programs have no session: the secret address names a person, as whom an operation is executed.",
  },
];
