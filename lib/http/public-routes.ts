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
    reason: "Makes a visitor somebody: address and password are checked, guessing is slowed down.",
  },
  {
    file: "app/(public)/sign-out/action.ts",
    exports: ["signOutAction"],
    reason: "Ends the session in the caller's own cookie, also of somebody who may do nothing else any more.",
  },
  {
    file: "app/(public)/forgot-password/page.tsx",
    exports: ["default"],
    reason: "For those who cannot sign in.",
  },
  {
    file: "app/(public)/forgot-password/action.ts",
    exports: ["forgotPasswordAction"],
    reason: "Mails a link to an address, if it is somebody's, and answers the same if it is not.",
  },
  {
    file: "app/(public)/reset-password/[token]/page.tsx",
    exports: ["default"],
    reason: "The link in the mail is the permission; looking at it uses nothing up.",
  },
  {
    file: "app/(public)/reset-password/[token]/action.ts",
    exports: ["resetPasswordAction"],
    reason: "The link in the mail is the permission; it is used up here.",
  },
  {
    file: "app/(public)/confirm-email/[token]/page.tsx",
    exports: ["default"],
    reason: "The link in the mail is the permission; looking at it confirms nothing.",
  },
  {
    file: "app/(public)/confirm-email/[token]/action.ts",
    exports: ["confirmEmailAction"],
    reason: "The link in the mail is the permission of the address it went to.",
  },
  {
    file: "app/(public)/verify-email/[token]/page.tsx",
    exports: ["default"],
    reason: "The sealed link in the mail is the permission; looking at it confirms nothing.",
  },
  {
    file: "app/(public)/verify-email/[token]/action.ts",
    exports: ["verifyEmailAction"],
    reason: "The sealed link in the mail is the permission, also for contacts without a login.",
  },
  {
    file: "app/(public)/unsubscribe/[token]/page.tsx",
    exports: ["default"],
    reason: "The signed link in the mail is the permission; looking at it stops nothing.",
  },
  {
    file: "app/(public)/unsubscribe/[token]/action.ts",
    exports: ["unsubscribeAction"],
    reason: "The signed link in the mail is the permission to stop that one kind of mail, also without a login.",
  },
  {
    file: "app/api/unsubscribe/[token]/route.ts",
    exports: ["GET", "POST"],
    reason: "A mail program's button to stop that one kind of mail; GET only leads to the page that asks.",
  },
  {
    file: "app/(public)/invitation/[token]/page.tsx",
    exports: ["default"],
    reason: "The invited person is no contact yet; mail scanners may look without using the link up.",
  },
  {
    file: "app/(public)/invitation/[token]/action.ts",
    exports: ["joinAction", "acceptAction"],
    reason: "The link in the mail is the permission, with the invited address: it makes the contact a member.",
  },
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    exports: ["GET", "POST"],
    reason: "next-auth's protocol around the same sign-in and sign-out.",
  },
  {
    file: "app/api/v1/openapi.json/route.ts",
    exports: ["GET"],
    reason: "Describes the API, which is the same for everybody, and holds no data.",
  },
  {
    file: "app/api/webhooks/stripe/route.ts",
    exports: ["POST"],
    reason: "Stripe tells what became of a payment; its signature over the body is the permission.",
  },
  {
    file: "app/reference/permissions/page.tsx",
    exports: ["default"],
    reason: "The catalogue and the matrix, which are part of the program and hold no data.",
  },
];
