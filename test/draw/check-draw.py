"""Computes a draw from its bundle by the page of rules, docs/draw.md, and compares. Python's standard library alone.

    python3 check-draw.py FILE

It is written from that page and without this library, and leaves one thing out: the signature of the beacon. It prints
`ok` and the hash of the announcement, or what is wrong, and then ends with 1.
"""

import hashlib
import hmac
import json
import sys


def canonical(value):
    """RFC 8785, for what a draw holds: texts, whole numbers, null, lists and objects."""
    if isinstance(value, dict):
        # Keys are sorted by their UTF-16 units.
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def sha256(text):
    return hashlib.sha256(text.encode("utf-8"))


def mark(seed, entry):
    identity = bytes.fromhex(entry["id"])
    return min(
        hmac.new(seed, identity + i.to_bytes(4, "big"), hashlib.sha256).digest() for i in range(entry["weight"])
    )


def allot(order, capacity, rules):
    free = {window: dict(pools) for window, pools in capacity.items()}
    for entry in order:
        pools = [entry["pool"], "open"] if rules == "draw-1" else ["open", entry["pool"]]
        places = [(window, pool) for window in entry["choices"] for pool in pools]
        fitting = (place for place in places if free[place[0]].get(place[1], 0) >= entry["places"])
        window, pool = next(fitting, (None, None))
        if window is not None:
            free[window][pool] -= entry["places"]
        yield window, pool


def check(bundle):
    announcement, entries = bundle["announcement"], bundle["list"]
    if announcement["rules"] not in ("draw-1", "draw-1-open-first"):
        return "rules unknown"
    identities = [entry["id"] for entry in entries]
    if identities != sorted(set(identities)) or len(entries) != announcement["entries"]:
        return "list-mismatch"
    if sha256(canonical(entries)).hexdigest() != announcement["list"]:
        return "list-mismatch"
    beacon = bundle["beacon"]
    if (beacon["chain"], beacon["round"]) != (announcement["beacon"]["chain"], announcement["beacon"]["round"]):
        return "signature-bad"
    salt = sha256(canonical(announcement)).digest()
    seed = hmac.new(salt, bytes.fromhex(beacon["randomness"]), hashlib.sha256).digest()
    marked = sorted((mark(seed, entry), entry["id"], entry) for entry in entries)
    order = [entry for _, _, entry in marked]
    result = []
    for rank, (window, pool) in enumerate(allot(order, announcement["capacity"], announcement["rules"]), 1):
        line = {"id": order[rank - 1]["id"], "rank": rank, "mark": marked[rank - 1][0].hex(), "window": window}
        result.append(line if window is None else {**line, "pool": pool})
    for computed, published in zip(result, bundle["result"]):
        if computed != published:
            return "result-mismatch " + computed["id"]
    if len(result) != len(bundle["result"]):
        return "result-mismatch"
    return "ok " + salt.hex()


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        verdict = check(json.load(file))
    print(verdict)
    sys.exit(0 if verdict.startswith("ok ") else 1)
