/** Tarjan's strongly connected components: an order in which nothing stands before what it needs, and what goes round in circles. */

export interface Node<N> {
  /** What has to come before. */
  readonly before: () => Iterable<N>;
}

interface Visit<N> {
  readonly node: N;
  readonly index: number;
  /** The earliest open node that can be reached. */
  low: number;
  open: boolean;
  itself: boolean;
  readonly rest: Iterator<N>;
}

/** `wanted` says which of the nodes that come before are to be taken in as well. Without recursion: chains may be long. */
export function inOrder<N extends Node<N>>(start: Iterable<N>, wanted: (node: N) => boolean): { readonly order: N[]; readonly circular: N[] } {
  const order: N[] = [];
  const circular: N[] = [];
  const visits = new Map<N, Visit<N>>();
  const component: Visit<N>[] = [];
  const path: Visit<N>[] = [];

  const enter = (node: N): void => {
    const visit: Visit<N> = { node, index: visits.size, low: visits.size, open: true, itself: false, rest: node.before()[Symbol.iterator]() };
    visits.set(node, visit);
    component.push(visit);
    path.push(visit);
  };

  const leave = (visit: Visit<N>): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent) parent.low = Math.min(parent.low, visit.low);
    if (visit.low !== visit.index) return;
    const members = component.splice(component.lastIndexOf(visit));
    for (const member of members) member.open = false;
    if (members.length > 1 || visit.itself) circular.push(...members.map(({ node }) => node));
    else order.push(visit.node);
  };

  for (const first of start) {
    if (visits.has(first)) continue;
    enter(first);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const { value: next, done } = visit.rest.next();
      if (done) {
        leave(visit);
        continue;
      }
      if (!wanted(next)) continue;
      const known = visits.get(next);
      if (!known) enter(next);
      else if (known.open) {
        visit.low = Math.min(visit.low, known.index);
        if (known === visit) visit.itself = true;
      }
    }
  }
  return { order, circular };
}
