const log = document.querySelector("#log");
const form = document.querySelector("#form");
const text = document.querySelector("#text");
const status = document.querySelector("#status");
const main = document.querySelector("main");
const pausesMs = [500, 2000, 5000];

/** Everything comes by events, the own messages too, so that a page that is opened again shows the same. */
function follow() {
  log.replaceChildren();
  status.textContent = "";
  const events = new EventSource("events");
  events.addEventListener("message", ({ data }) => show(JSON.parse(data)));
  events.addEventListener("elsewhere", () => {
    events.close();
    const here = make("button", "Lanjutkan di sini");
    here.type = "button";
    here.addEventListener("click", follow);
    status.replaceChildren("Percakapan ini dibuka di jendela lain. ", here);
  });
}
follow();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const said = text.value;
  if (said.trim() === "") return;
  text.value = "";
  send(said);
  text.focus();
});

document.querySelector("#help").addEventListener("click", () => send("#bantuan"));

text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

/** The id stays the same over all tries: a message is acted on once. */
async function send(said) {
  const body = JSON.stringify({ id: crypto.randomUUID(), text: said });
  const headers = { "content-type": "application/json" };
  status.textContent = "Mengirim…";
  for (const pause of [...pausesMs, undefined]) {
    const response = await fetch("messages", { method: "POST", headers, body }).catch(() => undefined);
    if (response?.ok) {
      status.textContent = "";
      return;
    }
    if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  status.textContent = "Pesan belum terkirim. Periksa sambungan Anda lalu coba lagi.";
  text.value ||= said;
}

function show({ from, text: said, image, choices = [] }) {
  const item = document.createElement("li");
  item.className = from;
  const who = make("span", from === "own" ? "Anda: " : "Kantor: ");
  who.className = "hidden";
  const bubble = document.createElement("div");
  bubble.className = "bubble";
  if (image) bubble.append(Object.assign(new Image(), { src: image.source, alt: image.alt }));
  bubble.append(who, make("p", said));
  item.append(bubble);
  if (choices.length > 0) item.append(makeChoices(choices));
  log.append(item);
  bringIntoView(item);
  // A picture has no height before it is decoded.
  item
    .querySelector("img")
    ?.decode()
    .then(() => bringIntoView(item));
}

/** Of what is higher than the screen the beginning, where the barcode is. */
function bringIntoView(item) {
  item.scrollIntoView({ block: item.offsetHeight > main.clientHeight ? "start" : "end" });
}

function makeChoices(choices) {
  const group = document.createElement("div");
  group.className = "choices";
  group.role = "group";
  group.ariaLabel = "Pilihan";
  for (const choice of choices) {
    const button = make("button", choice.label);
    button.type = "button";
    button.addEventListener("click", () => send(choice.text));
    group.append(button);
  }
  return group;
}

function make(tag, content) {
  return Object.assign(document.createElement(tag), { textContent: content });
}
