import type { AskerView, ContractView, CustomerImport, PersonView, RegisterProblem } from "../bindings";

function person(at: number): PersonView {
  return {
    id: `person-${at}`,
    name: `管理者 ${at}`,
    kana: "カンリシャ",
    address: `admin${at}@shoji.example.jp`,
    phone: "03-0000-0042",
    roles: ["system-administrator"],
    hasOption: true,
  };
}

/** Two contracts: one with all its options, one of a trial of which little is known. */
export const CONTRACTS: ContractView[] = [
  {
    id: "contract-1",
    number: "C-20481",
    company: "例示商事",
    plan: "standard",
    products: ["clomo"],
    validFrom: "2024-04-01",
    validUntil: "2027-03-31",
    sample: true,
    people: [1, 2, 3, 4, 5].map(person),
  },
  {
    id: "contract-2",
    number: "C-20482",
    company: "見本物流",
    plan: "trial",
    products: ["harmony-mobile"],
    validFrom: null,
    validUntil: null,
    sample: false,
    people: [{ ...person(6), roles: null, hasOption: null }],
  },
];

/** A problem of a form or a table. */
export function problem(column: string, code: string): RegisterProblem {
  return { line: null, column, code, value: "", suggestion: null, otherLine: null };
}

/** A table with problems. */
export const CUSTOMER_IMPORT: CustomerImport = {
  path: "顧客.csv",
  dryRun: true,
  newContracts: 0,
  changedContracts: 0,
  newPeople: 0,
  changedPeople: 0,
  unchangedPeople: 0,
  problems: [
    { ...problem("天気", "unknown-column"), line: 1 },
    { ...problem("契約終了日", "no-such-date"), line: 2, value: "2026-02-29", suggestion: "2026-02-28" },
  ],
};

/** Somebody of whom the register knows nothing. */
export const ASKER: AskerView = {
  eligibility: "to-be-checked",
  reason: "roles-unknown",
  clause: 12,
  found: "unknown",
  person: null,
  candidates: [],
  contractValid: null,
  warnsOfChannel: false,
};
