/** How many signs are looked through at once, which takes a millisecond or two. */
const AT_ONCE = 5_000;

/**
 * Lets whoever waits go first in the midst of long work, one for each work: looking through words keeps the serving
 * thread busy, and a round has hundreds of thousands of them. No piece is parted.
 */
export class GivingWay {
  private looked = 0;

  /** Is awaited before signs are looked through. */
  async before(signs: number): Promise<void> {
    if (this.looked > 0 && this.looked + signs > AT_ONCE) {
      await new Promise((turn) => setImmediate(turn));
      this.looked = 0;
    }
    this.looked += signs;
  }

  /**
   * Does the same to each of many, one after the other.
   *
   * @param signs how many signs of it are looked through.
   */
  async each<Each, Done>(
    all: readonly Each[],
    signs: (each: Each) => number,
    act: (each: Each) => Done | Promise<Done>,
  ): Promise<Done[]> {
    const done: Done[] = [];
    for (const each of all) {
      await this.before(signs(each));
      done.push(await act(each));
    }
    return done;
  }
}
