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
    exports: ["signInAction"],
    reason: "Signs a visitor in: address and password are checked, and guessing is slowed down.",
  },
  {
    file: "app/(public)/sign-out/action.ts",
    exports: ["signOutAction"],
    reason: "Ends the session in the caller's own cookie, even for people who can do nothing else any more.",
  },
  {
    file: "app/(public)/forgot-password/page.tsx",
    exports: ["default"],
    reason: "For people who can't sign in.",
  },
  {
    file: "app/(public)/forgot-password/action.ts",
    exports: ["forgotPasswordAction"],
    reason: "Emails a link to the address if it has a login, and answers the same if it hasn't.",
  },
  {
    file: "app/(public)/reset-password/[token]/page.tsx",
    exports: ["default"],
    reason: "The emailed link is the permission; viewing the page doesn't use it up.",
  },
  {
    file: "app/(public)/reset-password/[token]/action.ts",
    exports: ["resetPasswordAction"],
    reason: "The emailed link is the permission and is used up here.",
  },
  {
    file: "app/(public)/confirm-email/[token]/page.tsx",
    exports: ["default"],
    reason: "The emailed link is the permission; viewing the page confirms nothing.",
  },
  {
    file: "app/(public)/confirm-email/[token]/action.ts",
    exports: ["confirmEmailAction"],
    reason: "The emailed link proves access to the address it was sent to.",
  },
  {
    file: "app/(public)/verify-email/[token]/page.tsx",
    exports: ["default"],
    reason: "The sealed link in the email is the permission; viewing the page confirms nothing.",
  },
  {
    file: "app/(public)/verify-email/[token]/action.ts",
    exports: ["verifyEmailAction"],
    reason: "The sealed link in the email is the permission, also for contacts without a login.",
  },
  {
    file: "app/(public)/unsubscribe/[token]/page.tsx",
    exports: ["default"],
    reason: "The signed link in the email is the permission; viewing the page changes nothing.",
  },
  {
    file: "app/(public)/unsubscribe/[token]/action.ts",
    exports: ["unsubscribeAction"],
    reason: "The signed link in the email is the permission to turn off that one kind of email, also without a login.",
  },
  {
    file: "app/api/unsubscribe/[token]/route.ts",
    exports: ["GET", "POST"],
    reason:
      "One-click unsubscribe of mail programs from that one kind of email; GET redirects to the page with the form.",
  },
  {
    file: "app/(public)/invitation/[token]/page.tsx",
    exports: ["default"],
    reason: "The invited person isn't a contact yet; mail scanners may view the page without using up the link.",
  },
  {
    file: "app/(public)/invitation/[token]/action.ts",
    exports: ["joinAction", "acceptAction"],
    reason: "The emailed link, for the invited address, is the permission: the contact becomes a member.",
  },
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    exports: ["GET", "POST"],
    reason: "next-auth's protocol around the same sign-in and sign-out.",
  },
  {
    file: "app/api/health/route.ts",
    exports: ["GET"],
    reason: "For monitoring: whether the portal works, nothing else.",
  },
  {
    file: "app/api/v1/openapi.json/route.ts",
    exports: ["GET"],
    reason: "Describes the API, which is the same for everyone, and contains no data.",
  },
  {
    file: "app/api/webhooks/stripe/route.ts",
    exports: ["POST"],
    reason: "Stripe reports payment events; its signature over the body is the permission.",
  },
  {
    file: "app/reference/permissions/page.tsx",
    exports: ["default"],
    reason: "The permission catalogue and the matrix are part of the program and contain no data.",
  },
];
