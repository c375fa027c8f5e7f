import { announce, type DrawEntry, makeBundle, printBundle, testBeacon, verifyDraw } from "giliran/draw";

// A real draw has drandQuicknet of giliran/draw/beacon here; nobody can choose its rounds.
const beacon = testBeacon("an example");

// Whoever enters gets a random id as the receipt. Who they are stays in the office.
const newId = () => crypto.randomUUID().replaceAll("-", "");
const enter = (places: number, ...choices: string[]): DrawEntry => ({
  id: newId(),
  places,
  weight: 1,
  pool: "open",
  choices,
});
const entries = [enter(1, "0900"), enter(2, "0900", "1000"), enter(1, "1000", "0900"), enter(1, "0900")];

// The list is closed. The announcement is published at once: from now on nobody can change anything.
const at = Math.ceil(Date.now() / 1000);
const margin = 600;
const round = beacon.roundAfter((at + margin) * 1000);
const { announcement, list, hash } = announce({
  draw: "jakarta-pusat 2017-08-14",
  entries,
  capacity: { "0900": { open: 2 }, "1000": { open: 1 } },
  beacon: { chain: beacon.chain, round },
  freeze: { at, margin },
});

// Ten minutes later the round is out. Anybody can draw now, and comes to this.
const bundle = makeBundle(announcement, list, beacon.recordOf(round));
const file = [...printBundle(bundle)].join("");

// Whoever noted the hash needs to trust nobody.
const verdict = verifyDraw(file, { beacon, announcementHash: hash });
const served = bundle.result.filter(({ window }) => window !== null).length;
console.log(`${verdict.kind}: ${served} of ${list.length} entries have a place`);
