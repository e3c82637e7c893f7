import { always, issued, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const billing = {
  //      cells:   owner   admin   billing  support   agent  accounting  manager   self
  "billing.overview.view": {
    area: "billing", name: "View billing overview", title: "View the balance due and upcoming charges.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.invoices.view": {
    area: "billing", name: "View invoices", title: "View and download issued invoices.", delegable: "holders", record: "invoice", afterClosing: true,
    cells:     [issued, issued, issued,  no,       no,    always,     always,   no],
  },
  "billing.invoices.pay": {
    area: "billing", name: "Pay invoices", title: "Pay invoices.", delegable: "holders", record: "invoice", afterClosing: true,
    cells:     [issued, issued, issued,  no,       no,    no,         no,       no],
  },
  "billing.payment-methods.view": {
    area: "billing", name: "View payment methods", title: "View stored payment methods, without full card numbers.", delegable: "holders", record: "paymentMethod",
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.payment-methods.update": {
    area: "billing", name: "Manage payment methods", title: "Add, replace and remove payment methods.", delegable: "holders", record: "paymentMethod",
    cells:     [always, always, always,  no,       no,    no,         no,       no],
  },
  "billing.autopay.change": {
    area: "billing", name: "Manage autopay", title: "Turn autopay on or off.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    no,         no,       no],
  },
  "billing.statements.view": {
    area: "billing", name: "View statements", title: "View and download statements of account.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.prices.view": {
    area: "billing", name: "View service prices", title: "View what services cost.", delegable: "holders", record: "service", serviceBound: true,
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.credit.view": {
    area: "billing", name: "View account credit", title: "View account credit and credit notes.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    always,     always,   no],
  },
  "billing.refunds.issue": {
    area: "billing", name: "Issue refunds", title: "Refund a customer's payments.", delegable: "nobody",
    cells:     [no,     no,     no,      no,       no,    always,     always,   no],
  },
  "billing.invoices.manage": {
    area: "billing", name: "Manage invoices", title: "Draft, issue, credit, void and write off a customer's invoices.", delegable: "nobody", record: "invoice",
    cells:     [no,     no,     no,      no,       no,    always,     always,   no],
  },
  "billing.credit.grant": {
    area: "billing", name: "Grant account credit", title: "Grant a customer account credit.", delegable: "nobody",
    cells:     [no,     no,     no,      no,       no,    always,     always,   no],
  },
} as const satisfies AreaCatalogue;
