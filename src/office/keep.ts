/** Computes a value once for each key and keeps it; when more than `most` are kept it starts over. */
export function keep<Key, Value extends NonNullable<unknown>>(
  most: number,
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const values = new Map<Key, Value>();
  return (key) => {
    let value = values.get(key);
    if (value === undefined) {
      if (values.size >= most) values.clear();
      value = compute(key);
      values.set(key, value);
    }
    return value;
  };
}
