/** What the portal is called and looks like, for its pages. */
export interface Brand {
  readonly name: string;
  /** Whether the company has given its own name or logo: the portal's own emblem is not shown then. */
  readonly isOwn: boolean;
  readonly accent: string;
  readonly accentDark: string;
  /** Null until the company has chosen a colour. */
  readonly themeHref: string | null;
  readonly iconHref: string;
  readonly logo: BrandLogo | null;
}

export interface BrandLogo {
  readonly href: string;
  readonly width: number;
  readonly height: number;
  /** Where it can't be seen by itself and stands on a plate of the other shade. */
  readonly plateOn: "light" | "dark" | null;
}
