/** The origin of a request made outside of any account. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
}
