import type { ContractView } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";

/** How long a contract is valid. */
export function validity({ validFrom, validUntil }: Pick<ContractView, "validFrom" | "validUntil">): string {
  const words = t().customers;
  if (validFrom && validUntil) return words.between(validFrom, validUntil);
  if (validFrom) return words.from(validFrom);
  return validUntil ? words.until(validUntil) : words.always;
}

/** The products that a contract covers. */
export function productNames(products: string[]): string {
  return products.map((id) => frame.productName(id)).join(" · ");
}

/** The roles of a person; an unknown is said to be one. */
export function roleNames(roles: string[] | null): string {
  const words = t().customers;
  if (roles === null) return words.rolesUnknown;
  if (roles.length === 0) return words.noRole;
  const names: Record<string, string> = words.role;
  return roles.map((role) => names[role] ?? role).join(" · ");
}

/** Yes, no, or not known. */
export function answerWord(answer: boolean | null): string {
  const words = t().customers.answer;
  if (answer === null) return words.unknown;
  return answer ? words.yes : words.no;
}
