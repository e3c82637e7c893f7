import type { OwnerDatabase } from "../builders/owner-database";

/** Net prices in cents of EUR. */
const products = [
  [
    "vps-s",
    "Virtual server S",
    "2 vCPU, 4 GB memory, 80 GB NVMe. For sites and small tools.",
    "Virtual servers",
    1290,
    "month",
  ],
  [
    "vps-m",
    "Virtual server M",
    "4 vCPU, 8 GB memory, 160 GB NVMe. For applications with steady traffic.",
    "Virtual servers",
    2490,
    "month",
  ],
  [
    "vps-l",
    "Virtual server L",
    "8 vCPU, 32 GB memory, 480 GB NVMe. For databases and busy shops.",
    "Virtual servers",
    6990,
    "month",
  ],
  [
    "dedicated-epyc",
    "Dedicated EPYC 16",
    "16 cores, 128 GB ECC memory, 2 × 1.92 TB NVMe in RAID 1.",
    "Dedicated servers",
    18900,
    "month",
  ],
  [
    "postgres-ha",
    "Managed PostgreSQL HA",
    "Two nodes, point-in-time recovery for 14 days, 100 GB.",
    "Databases",
    14900,
    "month",
  ],
  ["backup-1t", "Backup storage 1 TB", "Encrypted off-site backups, kept for 30 days.", "Storage", 1900, "month"],
  ["object-5t", "Object storage 5 TB", "S3-compatible, three copies in two sites.", "Storage", 5900, "month"],
  ["domain-com", "Domain .com", "Registration with DNS hosting and DNSSEC.", "Domains and certificates", 1450, "year"],
  [
    "cert-wildcard",
    "Wildcard certificate",
    "One year, issued and renewed for you.",
    "Domains and certificates",
    8900,
    "year",
  ],
  ["support-247", "Support 24/7", "A person within 15 minutes, day and night.", "Support plans", 9900, "month"],
] as const;

export async function seedProducts(db: OwnerDatabase): Promise<void> {
  await db.product.createMany({
    data: products.map(([slug, name, description, family, price, interval]) => ({
      slug,
      name,
      description,
      family,
      priceMinor: BigInt(price),
      currency: "EUR",
      interval,
    })),
    skipDuplicates: true,
  });
}
