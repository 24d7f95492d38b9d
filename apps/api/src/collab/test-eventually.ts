/** How often in ms a condition is looked at that nothing tells of. */
const LOOK_EVERY = 10;

/**
 * Resolves when the condition holds, which is looked at again and again.
 *
 * @throws Error with what `instead` says when it does not within so many ms.
 */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  instead: () => string,
  within = 60_000,
): Promise<void> {
  const end = performance.now() + within;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(instead());
    await new Promise((next) => setTimeout(next, LOOK_EVERY));
  }
}
