import { always, issued, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const billing = {
  //      cells:   owner   admin   billing  support   agent  accounting  manager   self
  "billing.overview.view": {
    area: "billing", name: "See the billing overview", title: "See the balance and what is due.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.invoices.view": {
    area: "billing", name: "See invoices", title: "See issued invoices and download them.", delegable: "holders", record: "invoice", afterClosing: true,
    cells:     [issued, issued, issued,  no,       no,    always,     always,   no],
  },
  "billing.invoices.pay": {
    area: "billing", name: "Pay invoices", title: "Pay an invoice.", delegable: "holders", record: "invoice", afterClosing: true,
    cells:     [issued, issued, issued,  no,       no,    no,         no,       no],
  },
  "billing.payment-methods.view": {
    area: "billing", name: "See payment methods", title: "See the stored payment methods, without card numbers.", delegable: "holders", record: "paymentMethod",
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.payment-methods.update": {
    area: "billing", name: "Change payment methods", title: "Add, replace and remove payment methods.", delegable: "holders", record: "paymentMethod",
    cells:     [always, always, always,  no,       no,    no,         no,       no],
  },
  "billing.autopay.change": {
    area: "billing", name: "Change automatic payment", title: "Turn automatic payment on or off.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    no,         no,       no],
  },
  "billing.statements.view": {
    area: "billing", name: "See statements", title: "See and download statements of account.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.prices.view": {
    area: "billing", name: "See prices of services", title: "See what a service costs.", delegable: "holders", record: "service", serviceBound: true,
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.credit.view": {
    area: "billing", name: "See credit", title: "See the account's credit and credit notes.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.refunds.issue": {
    area: "billing", name: "Issue refunds", title: "Pay money back to a customer.", delegable: "nobody",
    cells:     [no,     no,     no,      no,       no,    always,     always,   no],
  },
  "billing.invoices.manage": {
    area: "billing", name: "Manage invoices", title: "Draft, issue and void a customer's invoices.", delegable: "nobody", record: "invoice",
    cells:     [no,     no,     no,      no,       no,    always,     always,   no],
  },
  "billing.credit.grant": {
    area: "billing", name: "Grant credit", title: "Give a customer account credit.", delegable: "nobody",
    cells:     [no,     no,     no,      no,       no,    always,     always,   no],
  },
} as const satisfies AreaCatalogue;
