/**
 * Remembers what a pure function said of a text. Forms repeat the same words thousands of times, and every rule asks about
 * the same names and values again; the answers are small, the asking is not. Bounded: when full it starts over.
 */
export function memo<Answer>(answer: (text: string) => Answer, entries = 4096): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    // Prose is seldom asked about twice and would only hold memory.
    if (text.length > LONGEST) return answer(text);
    const remembered = known.get(text);
    if (remembered !== undefined || known.has(text)) return remembered as Answer;
    const value = answer(text);
    if (known.size >= entries) known.clear();
    known.set(text, value);
    return value;
  };
}

const LONGEST = 120;

/** The same for objects: remembered as long as the object lives. */
export function memoFor<Subject extends object, Answer>(answer: (subject: Subject) => Answer): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, { readonly value: Answer }>();
  return (subject) => {
    let entry = known.get(subject);
    if (!entry) known.set(subject, (entry = { value: answer(subject) }));
    return entry.value;
  };
}
