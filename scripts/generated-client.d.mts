/** Whether the checkout at `root` has a Prisma client, of any schema. */
export declare function hasClient(root: string): boolean;

/** Whether it has one that was generated from its present schema. */
export declare function hasCurrentClient(root: string): boolean;

/** Notes that it was just generated. */
export declare function noteCurrentClient(root: string): void;
