import { isRefusal } from '@/api/problem';

/** What the server found wrong, at the fields of a form: its places are JSON pointers, the fields have their last names. */
export function fieldErrors<F extends string>(error: unknown, fields: readonly F[]): { name: F; errors: string[] }[] {
  if (!isRefusal(error)) return [];
  return fields.flatMap((name) => {
    const errors = error.places.filter((p) => p.location === `/${name}`).map((p) => p.message);
    return errors.length > 0 ? [{ name, errors }] : [];
  });
}
