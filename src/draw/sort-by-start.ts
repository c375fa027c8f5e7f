/** Indexes are below this: 21 bits beside the 32 of a start fill what a number holds exactly. */
const most = 2 ** 21;

/**
 * The indexes of things that begin with random bytes, in their order.
 * @param count At most 2,097,152.
 * @param startOf The first four bytes, big endian.
 * @param compare For the few whose starts are equal.
 */
export function sortByStart(
  count: number,
  startOf: (index: number) => number,
  compare: (a: number, b: number) => number,
): Uint32Array {
  if (count > most) throw new RangeError(`expected at most ${most} to sort`);
  // Numbers alone are sorted many times faster than by a function.
  const keys = Float64Array.from({ length: count }, (_, index) => startOf(index) * most + index).sort();
  const indexes = Uint32Array.from(keys, (key) => key % most);
  let from = 0;
  for (let to = 1; to <= count; to++) {
    if (to < count && isSameStart(keys[from], keys[to])) continue;
    if (to - from > 1) indexes.subarray(from, to).sort(compare);
    from = to;
  }
  return indexes;
}

function isSameStart(a = 0, b = 0): boolean {
  return Math.floor(a / most) === Math.floor(b / most);
}
