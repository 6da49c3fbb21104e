// Saves every choice as it is made. The server decides; without this script the buttons do the same.
import { Fields } from "./fields.js";
import { Shelf } from "./waiting.js";

const AGAIN = 4000; // milliseconds until the next attempt while there is no connection
const TYPING = 700; // milliseconds after the last key until a text is saved

const form = document.querySelector("form[data-save]");
const gone = document.querySelector("[data-forget]");
if (gone) new Shelf(gone.dataset.forget).clear();
if (form) begin();

function begin() {
  const words = JSON.parse(document.getElementById("words").textContent);
  const shelf = new Shelf(form.dataset.keep);
  const sign = document.getElementById("state");
  const items = new Map([...form.querySelectorAll("[data-item]")].map((e) => [e.dataset.item, new Fields(e)]));
  let sending = null;
  let failing = false;
  let later = 0;
  const typing = new Map();

  // ---- what the page says
  function say(text, kind = "") {
    if (sign.textContent !== text) sign.textContent = text;
    sign.dataset.kind = kind;
  }

  function sayWaiting() {
    const count = shelf.ready().length;
    if (!shelf.works) say(words.full, "waiting");
    else if (count === 0) say(words.offline, "waiting");
    else say(count === 1 ? words.waitingOne : words.waitingMany.replace("{count}", count), "waiting");
  }

  function showProgress() {
    const bar = document.getElementById("progress");
    if (!bar) return;
    let { answered, total, seconds } = words.elsewhere;
    for (const item of items.values()) {
      if (!item.counts()) continue;
      total += 1;
      if (item.isAnswered()) answered += 1;
      else seconds += item.seconds();
    }
    bar.max = total || 1;
    bar.value = answered;
    const told = words.answered.replace("{answered}", answered).replace("{total}", total);
    document.getElementById("progress-words").textContent = told;
    const left = words.minutes[Math.min(Math.ceil(seconds / 60), words.minutes.length - 1)];
    const place = document.getElementById("minutes");
    if (place) place.textContent = left ? "· " + left : "";
  }

  // ---- keeping and sending
  function keep(item) {
    clearTimeout(typing.get(item.id));
    typing.delete(item.id);
    const before = shelf.get(item.id);
    const fields = item.read();
    if (!before && item.holds(fields)) return; // as it was saved
    item.sign("");
    shelf.put(item.id, { fields, seen: before && !before.other ? before.seen : item.seen(), other: before?.other });
    showProgress();
  }

  function keepTyped() {
    for (const id of [...typing.keys()]) keep(items.get(id));
  }

  function send() {
    sending ??= sendAll().finally(() => { sending = null; });
    return sending;
  }

  // Sends what waits, one after the other; gives whether everything arrived.
  async function sendAll() {
    clearTimeout(later);
    for (let next = shelf.ready()[0]; next; next = shelf.ready()[0]) {
      const slow = setTimeout(() => { if (!failing) say(words.saving); }, 400);
      const arrived = await sendOne(...next);
      clearTimeout(slow);
      if (!arrived) {
        failing = true;
        sayWaiting();
        later = setTimeout(send, AGAIN);
        return false;
      }
    }
    if (shelf.undecided().length) say(words.choose, "waiting");
    else if (sign.dataset.kind !== "refused") say(failing ? words.back : words.saved, "saved");
    failing = false;
    return true;
  }

  async function sendOne(id, entry, again = true) {
    const body = JSON.stringify({ item: id, seen: entry.seen, ...entry.fields });
    let response, told;
    try {
      response = await post(body);
      told = await response.json();
    } catch {
      return response?.status === 400 && again && (await renew()) ? sendOne(id, entry, false) : false;
    }
    if (response.ok) took(id, entry, told);
    else if (response.status === 409) differs(id, entry, told);
    else if ([404, 410, 422].includes(response.status)) refused(id, told);
    else return false;
    return true;
  }

  function post(body) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrf_token.value };
    return fetch(form.dataset.save, { method: "POST", body, headers, keepalive: body.length < 60000 });
  }

  // The session may have ended while the page was open: the same page has a new token.
  async function renew() {
    try {
      const text = await (await fetch(location.href, { headers: { Accept: "text/html" } })).text();
      const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("[name=csrf_token]");
      if (fresh) form.elements.csrf_token.value = fresh.value;
      return Boolean(fresh);
    } catch {
      return false;
    }
  }

  function took(id, entry, told) {
    const item = items.get(id);
    const now = shelf.get(id);
    if (now && JSON.stringify(now.fields) !== JSON.stringify(entry.fields)) {
      shelf.put(id, { ...now, seen: told.revision }); // changed again while it was on its way
    } else {
      shelf.drop(id);
    }
    sign.dataset.kind = "";
    item?.took(told.revision, told.was, entry.fields);
    item?.sign(words.saved);
    item?.tellError("");
    if (told.shown) showAsked(new Set(told.shown));
  }

  function differs(id, entry, told) {
    shelf.put(id, { ...entry, other: told });
    items.get(id)?.offer(told);
  }

  function refused(id, told) {
    shelf.drop(id);
    say(told.message, "refused");
    items.get(id)?.tellError(told.message);
  }

  function showAsked(shown) {
    for (const item of items.values()) item.element.hidden = !shown.has(item.id);
    showProgress();
  }

  // ---- what the person does
  function itemOf(event) {
    return items.get(event.target.closest("[data-item]")?.dataset.item);
  }

  form.addEventListener("input", (event) => {
    const item = itemOf(event);
    if (!item || !event.target.matches("textarea, [type=text]")) return;
    item.agree(event.target);
    clearTimeout(typing.get(item.id));
    typing.set(item.id, setTimeout(() => { keep(item); send(); }, TYPING));
  });

  form.addEventListener("change", (event) => {
    const item = itemOf(event);
    if (!item) return;
    item.agree(event.target);
    keep(item);
    send();
  });

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const item = button && itemOf(event);
    if (!item) return;
    const entry = shelf.get(item.id);
    if (button.name === "clear") item.clear();
    else if (entry?.other && button.name === "theirs") return choose(event, item, null);
    else if (entry?.other && "mine" in button.dataset) return choose(event, item, entry);
    else return;
    event.preventDefault();
    keep(item);
    send();
  });

  function choose(event, item, mine) {
    event.preventDefault();
    const { other } = shelf.get(item.id);
    item.settle();
    if (mine) {
      shelf.put(item.id, { fields: item.read(), seen: other.revision });
    } else {
      item.write(other.fields);
      item.took(other.revision, other.was, other.fields);
      shelf.drop(item.id);
    }
    showProgress();
    send();
  }

  form.addEventListener("submit", (event) => {
    keepTyped();
    if (!shelf.ready().length && !sending) return;
    event.preventDefault();
    const button = event.submitter;
    send().then((arrived) => { if (arrived && !shelf.undecided().length) form.requestSubmit(button); });
  });

  window.addEventListener("online", send);
  window.addEventListener("offline", () => { failing = true; sayWaiting(); });
  window.addEventListener("pagehide", () => { keepTyped(); if (shelf.ready().length) send(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // ---- what was chosen before this script was here, and what waited since an earlier visit
  for (const item of items.values()) if (!item.holds(item.read())) keep(item);
  for (const [id, entry] of Object.entries(shelf.all())) {
    items.get(id)?.write(entry.fields);
    if (entry.other) items.get(id)?.offer(entry.other);
  }
  showProgress();
  if (shelf.ready().length) send();
  else if (shelf.undecided().length) say(words.choose, "waiting");
}
