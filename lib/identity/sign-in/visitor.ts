/** Where a request that comes before any account comes from. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
}
