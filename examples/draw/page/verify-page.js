import { announcementHash, publishedText, verifyDraw } from "giliran/draw";
import { drandQuicknet } from "giliran/draw/beacon";
import { words } from "./words.js";

const find = (id) => document.getElementById(id);
const [file, hash, receipt, drop] = ["file", "hash", "receipt", "drop"].map(find);
/** The steps in their order, each with the verdicts that it can end in. */
const steps = [
  ["file", ["malformed", "too-large"]],
  ["announcement", ["announcement-mismatch"]],
  ["list", ["list-mismatch"]],
  ["beacon", ["unknown-beacon"]],
  ["time", ["round-too-early", "malformed"]],
  ["signature", ["signature-bad"]],
  ["result", ["result-mismatch"]],
];

let language = "id";
/** The text of the file, what it holds, and the verdict on it. */
let checked;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** What is said of a draw, with the values of its file and of the verdict. */
function valuesOf({ bundle, verdict }) {
  const { announcement, beacon, list } = bundle ?? {};
  const time = (at) =>
    Number.isFinite(at)
      ? new Date(at).toLocaleString(language, {
          dateStyle: "long",
          timeStyle: "long",
          timeZone: "Asia/Jakarta",
        })
      : "?";
  const source = sourceOf(bundle);
  return {
    ...(bundle && { announcementHash: announcementHash(announcement) }),
    ...verdict,
    round: announcement?.beacon?.round,
    chain: announcement?.beacon?.chain,
    text: beacon?.text,
    entries: list?.length?.toLocaleString(language),
    places: sumOf(announcement?.capacity)?.toLocaleString(language),
    frozenAt: time(announcement?.freeze?.at * 1000),
    roundAt: time(source.timeOf(announcement?.beacon?.round)),
    earliest: time(verdict.earliest),
  };
}

function sumOf(capacity) {
  const counts = Object.values(capacity ?? {}).flatMap((pools) => Object.values(pools ?? {}));
  return counts.reduce((sum, places) => sum + places, 0);
}

/** drand, or a text that whoever looks at the page has to compare. */
function sourceOf(bundle) {
  const chain = bundle?.announcement?.beacon?.chain;
  const text = bundle?.beacon?.text;
  const isText = typeof text === "string" && typeof chain === "string" && chain !== drandQuicknet.chain;
  try {
    return isText ? publishedText({ source: chain, text }) : drandQuicknet;
  } catch {
    return drandQuicknet;
  }
}

function check(text) {
  const bundle = parse(text);
  const noted = hash.value.trim().toLowerCase();
  const options = { beacon: sourceOf(bundle), ...(noted !== "" && { announcementHash: noted }) };
  return { text, bundle, verdict: verifyDraw(text, options) };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failedStep({ kind, path }) {
  if (kind === "ok") return steps.length;
  const isTime = path === "announcement.freeze";
  return steps.findIndex(([name, kinds]) => kinds.includes(kind) && (!isTime || name === "time"));
}

function show() {
  const say = words[language];
  document.documentElement.lang = language;
  document.title = say.title;
  find("language").textContent = say.other;
  find("language").lang = language === "id" ? "en" : "id";
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = say[place.dataset.word];
  find("steps").replaceChildren();
  find("own").hidden = checked === undefined;
  if (checked === undefined) return;
  const { verdict } = checked;
  const failed = failedStep(verdict);
  const isRight = verdict.kind === "ok";
  const note = isRight && hash.value.trim() === "" ? ` ${say.noted}` : "";
  find("verdict").textContent = isRight ? say.right + note : say.wrong;
  find("verdict").className = isRight ? "right-words" : "wrong-words";
  const values = valuesOf(checked);
  find("steps").replaceChildren(
    ...steps.map(([name], index) => step(say.steps[name], index, failed, values)),
  );
  find("own").hidden = failed === 0;
  showOwn();
}

function step(texts, index, failed, values) {
  const line = document.createElement("li");
  const [name] = steps[index];
  line.className =
    index === failed ? "wrong" : index > failed ? "left" : isLeftToYou(name) ? "open" : "right";
  const title = document.createElement("strong");
  title.textContent = `${index + 1}. ${texts.ask}`;
  line.append(title);
  if (index > failed) return line;
  const isText = sourceOf(checked.bundle) !== drandQuicknet && texts.published !== undefined;
  const text = index === failed ? texts[checked.verdict.kind] : isText ? texts.published : texts.right;
  const told = document.createElement("p");
  for (const part of fill(text, values).split(/([0-9a-f]{32,64})/)) told.append(withCode(part));
  line.append(told);
  return line;
}

/** What nobody can compare but the person who looks at the page. */
function isLeftToYou(name) {
  if (name === "announcement") return hash.value.trim() === "";
  return name === "signature" && sourceOf(checked.bundle) !== drandQuicknet;
}

function withCode(part) {
  if (!/^[0-9a-f]{32,64}$/.test(part)) return part;
  const code = document.createElement("code");
  code.textContent = part;
  return code;
}

function showOwn() {
  const say = words[language];
  const id = receipt.value.trim().toLowerCase();
  const place = find("line");
  place.replaceChildren();
  if (id === "" || checked === undefined) return;
  const { list, result } = checked.bundle;
  const entry = list.find((one) => one.id === id);
  const drawn = result.find((one) => one.id === id);
  if (entry === undefined || drawn === undefined) {
    place.textContent = /^[0-9a-f]{32}$/.test(id) ? say.unknown : say.typing;
    return;
  }
  const rows = [
    [say.rank, fill(say.of, { rank: drawn.rank, entries: list.length })],
    [say.got, drawn.window === null ? say.none : `${drawn.window}, ${fill(say.pool, drawn)}`],
    [say.wishes, entry.choices.join(", ")],
    [say.places, entry.places],
    ...(entry.weight === 1 ? [] : [[say.weight, entry.weight]]),
  ];
  const table = document.createElement("dl");
  for (const [name, value] of rows) {
    const [term, told] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = name;
    told.textContent = value;
    table.append(term, told);
  }
  place.append(table);
  if (checked.verdict.kind !== "ok") {
    const caution = document.createElement("p");
    caution.className = "wrong-words";
    caution.textContent = say.caution;
    place.append(caution);
  }
}

async function open(chosen) {
  if (chosen === undefined) return;
  checked = undefined;
  show();
  find("verdict").className = "";
  find("verdict").textContent = words[language].checking;
  // The page says so before it is busy.
  await new Promise((resolve) => setTimeout(resolve, 50));
  checked = check(await chosen.text());
  show();
}

file.addEventListener("change", () => open(file.files[0]));
hash.addEventListener("change", () => {
  if (checked === undefined) return;
  checked = check(checked.text);
  show();
});
receipt.addEventListener("input", showOwn);
find("language").addEventListener("click", () => {
  language = language === "id" ? "en" : "id";
  show();
});
for (const kind of ["dragover", "dragleave", "drop"])
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
    if (kind === "drop") open(event.dataTransfer.files[0]);
  });
show();
