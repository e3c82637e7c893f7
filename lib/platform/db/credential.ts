/**
 * The caller's credential: the hash of the session id in the cookie, or of the bearer token. The worker prepares a file as
 * the person who requested it: `export` is valid for one attempt at it. It sends a reply as its author: `draft` is valid once
 * the reply is due. A mail that was received is processed as its sender, or as whoever of staff decided about it: `mail` is
 * valid for one attempt too, and for tickets alone. A calendar program reads as whoever's secret address it uses: `calendar` is
 * for meetings alone.
 */
export type Credential =
  | { readonly by: "session"; readonly hash: string }
  | { readonly by: "token"; readonly hash: string }
  | { readonly by: "export"; readonly id: string; readonly attempt: number }
  | { readonly by: "draft"; readonly id: string }
  | { readonly by: "mail"; readonly id: string; readonly attempt: number }
  | { readonly by: "calendar"; readonly hash: string };

/** Facts about the person behind a credential, in addition to what the permission library needs. */
export interface Actor {
  readonly personId: string;
  readonly contactId: string | null;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly isStaff: boolean;
  readonly locale: string;
  readonly timeZone: string;
  /**
   * The Session or ApiToken row they signed in with, the Export prepared for them, the TicketDraft sent for them,
   * their InboundMail, or the contact whose MeetingFeed is read.
   */
  readonly credentialId: string;
  /** Set while somebody looks as this person: who, and until when. */
  readonly look?: Look;
}

/** A look in progress, with whoever looks: denied attempts are logged under their name. */
export interface Look {
  readonly id: string;
  readonly endsAt: Date;
  readonly looker: Pick<Actor, "personId" | "contactId" | "name" | "email" | "isStaff">;
}

export interface AccountFacts {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly closed: boolean;
}
