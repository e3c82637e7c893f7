/** In minor units of EUR, USD and GBP, without tax. */
export type Amounts = readonly [eur: number, usd: number, gbp: number];

export interface DemoChoice {
  readonly slug: string;
  readonly name: string;
  /** Recurring and one-time surcharge. */
  readonly month?: Amounts;
  readonly setup?: Amounts;
}

export interface DemoProduct {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly family: string;
  /** A product with a monthly price is also sold yearly, with two months free. */
  readonly month?: Amounts;
  /** False if the product has no credentials. */
  readonly hasLogin?: boolean;
  /** Only sold yearly. */
  readonly year?: Amounts;
  readonly setup?: Amounts;
  /** The first choice of each option is the default. */
  readonly options?: Readonly<Record<string, readonly DemoChoice[]>>;
}

const Location: readonly DemoChoice[] = [
  { slug: "ams-2", name: "Amsterdam, AMS-2" },
  { slug: "fra-1", name: "Frankfurt, FRA-1" },
];

const Backup: readonly DemoChoice[] = [
  { slug: "none", name: "No backup" },
  { slug: "daily", name: "Every night, kept for 7 days", month: [290, 320, 250] },
  { slug: "hourly", name: "Every hour, kept for 30 days", month: [690, 750, 590] },
];

export const catalogue: readonly DemoProduct[] = [
  {
    slug: "vps-s",
    name: "Virtual server S",
    description: "2 vCPU, 4 GB memory, 80 GB NVMe. For sites and small tools.",
    family: "Virtual servers",
    month: [1290, 1390, 1090],
    options: {
      Memory: [
        { slug: "4gb", name: "4 GB" },
        { slug: "6gb", name: "6 GB", month: [300, 330, 260] },
      ],
      Backup,
      Location,
    },
  },
  {
    slug: "vps-m",
    name: "Virtual server M",
    description: "4 vCPU, 8 GB memory, 160 GB NVMe. For applications with steady traffic.",
    family: "Virtual servers",
    month: [2490, 2690, 2090],
    options: {
      Memory: [
        { slug: "8gb", name: "8 GB" },
        { slug: "12gb", name: "12 GB", month: [600, 650, 500] },
        { slug: "16gb", name: "16 GB", month: [1100, 1200, 950] },
      ],
      Storage: [
        { slug: "160gb", name: "160 GB" },
        { slug: "320gb", name: "320 GB", month: [800, 870, 680] },
      ],
      Backup,
      Location,
    },
  },
  {
    slug: "vps-l",
    name: "Virtual server L",
    description: "8 vCPU, 32 GB memory, 480 GB NVMe. For databases and busy shops.",
    family: "Virtual servers",
    month: [6990, 7490, 5890],
    options: {
      Memory: [
        { slug: "32gb", name: "32 GB" },
        { slug: "64gb", name: "64 GB", month: [3200, 3490, 2750] },
      ],
      Storage: [
        { slug: "480gb", name: "480 GB" },
        { slug: "960gb", name: "960 GB", month: [2400, 2590, 2050] },
      ],
      Backup,
      Location,
    },
  },
  {
    slug: "dedicated-epyc",
    name: "Dedicated EPYC 16",
    description: "16 cores, 128 GB ECC memory, 2 × 1.92 TB NVMe in RAID 1.",
    family: "Dedicated servers",
    month: [18_900, 20_400, 15_900],
    setup: [9900, 10_900, 8400],
    options: {
      Memory: [
        { slug: "128gb", name: "128 GB ECC" },
        { slug: "256gb", name: "256 GB ECC", month: [4900, 5300, 4150], setup: [1900, 2100, 1600] },
      ],
      Storage: [
        { slug: "2x1920", name: "2 × 1.92 TB NVMe" },
        { slug: "4x1920", name: "4 × 1.92 TB NVMe", month: [3900, 4200, 3300], setup: [1900, 2100, 1600] },
      ],
      Location,
    },
  },
  {
    slug: "postgres-ha",
    name: "Managed PostgreSQL HA",
    description: "Two nodes, point-in-time recovery for 14 days, 100 GB.",
    family: "Databases",
    month: [14_900, 15_900, 12_700],
    setup: [4900, 5300, 4150],
    options: {
      Storage: [
        { slug: "100gb", name: "100 GB" },
        { slug: "250gb", name: "250 GB", month: [3500, 3800, 2950] },
        { slug: "500gb", name: "500 GB", month: [8900, 9600, 7550] },
      ],
      Location,
    },
  },
  {
    slug: "backup-1t",
    name: "Backup storage 1 TB",
    description: "Encrypted off-site backups, kept for 30 days.",
    family: "Storage",
    month: [1900, 2090, 1600],
    options: { Location },
  },
  {
    slug: "object-5t",
    name: "Object storage 5 TB",
    description: "S3-compatible, three copies in two sites.",
    family: "Storage",
    month: [5900, 6390, 4990],
    options: { Location },
  },
  {
    slug: "domain-com",
    name: "Domain .com",
    description: "Registration with DNS hosting and DNSSEC.",
    family: "Domains",
    hasLogin: false,
    year: [1450, 1590, 1250],
  },
  {
    slug: "cert-wildcard",
    name: "Wildcard certificate",
    description: "One year, issued and renewed for you.",
    family: "Certificates",
    hasLogin: false,
    year: [8900, 9600, 7550],
  },
  {
    slug: "support-247",
    name: "Support 24/7",
    description: "A person within 15 minutes, day and night.",
    family: "Support plans",
    hasLogin: false,
    month: [9900, 10_700, 8400],
  },
];
