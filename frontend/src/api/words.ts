import { choices, type List } from '@/lib/words';

/** A closed list as choices of the union the API's document gives it; which list belongs to which union is the caller's to know. */
export function options<T extends string>(list: List): { value: T; label: string }[] {
  return choices(list) as { value: T; label: string }[];
}
