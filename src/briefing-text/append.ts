/** Adds items to a list one by one: `push(...items)` overflows the stack where there are a hundred thousand of them. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
