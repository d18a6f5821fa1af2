/** The same texts and figures fill form after form: what was read from one once is kept. */

const LIMIT = 20_000;

/** Remembers results by key; forgets everything when full, so that a long session cannot grow without bound. */
export class Memo<Key, Value> {
  private readonly kept = new Map<Key, Value>();

  get(key: Key): Value | undefined {
    return this.kept.get(key);
  }

  set(key: Key, value: Value): Value {
    if (this.kept.size >= LIMIT) this.kept.clear();
    this.kept.set(key, value);
    return value;
  }
}
