// The fields of one item on the page: read, written, and what is said beside them.
const STATES = ["unknown", "not-applicable", "none"];
const TEXTS = ["text", "reason", "evidence", "comment"];

export class Fields {
  constructor(element) {
    this.element = element;
    this.id = element.dataset.item;
    this.saved = JSON.stringify(this.#sent()); // not as it is: somebody may have chosen before this script was here
  }

  #named(name) {
    return this.element.querySelector(`[name="${this.id}.${name}"]`);
  }

  #marks() {
    return [...this.element.querySelectorAll(`[name="${this.id}.answer"]`)];
  }

  read() {
    const marks = this.#marks().filter((box) => box.checked).map((box) => box.value);
    const texts = TEXTS.map((name) => [name, this.#named(name)?.value ?? ""]);
    return { marks, ...Object.fromEntries(texts) };
  }

  #sent() {
    const marks = this.#marks().filter((box) => box.defaultChecked).map((box) => box.value);
    const texts = TEXTS.map((name) => [name, this.#named(name)?.defaultValue ?? ""]);
    return { marks, ...Object.fromEntries(texts) };
  }

  write(fields) {
    for (const box of this.#marks()) box.checked = fields.marks.includes(box.value);
    for (const name of TEXTS) {
      const field = this.#named(name);
      if (field) field.value = fields[name];
    }
  }

  holds(fields) {
    return JSON.stringify(fields) === this.saved;
  }

  seen() {
    return Number(this.#named("seen").value);
  }

  took(revision, was, fields) {
    this.#named("seen").value = revision;
    this.#named("was").value = was;
    this.saved = JSON.stringify(fields);
  }

  counts() {
    return "counts" in this.element.dataset && !this.element.hidden;
  }

  seconds() {
    return Number(this.element.dataset.seconds);
  }

  isAnswered() {
    const { marks, text } = this.read();
    return marks.length > 0 || text.trim() !== "";
  }

  clear() {
    const { evidence, comment } = this.read();
    this.write({ marks: [], text: "", reason: "", evidence, comment });
  }

  // A number or ticks, "I don't know" and "Not applicable" rule each other out.
  agree(changed) {
    const boxes = this.#marks();
    const text = this.#named("text");
    if (changed === text && text.value.trim()) {
      for (const box of boxes) box.checked = false;
    } else if (changed.type === "checkbox" && changed.checked) {
      const alone = STATES.includes(changed.value);
      for (const box of boxes) {
        if (box !== changed && (alone || STATES.includes(box.value))) box.checked = false;
      }
      if (text) text.value = "";
    }
  }

  sign(text) {
    this.element.querySelector("[data-kept]").textContent = text;
  }

  tellError(text) {
    const place = this.element.querySelector("[data-error]");
    place.textContent = text;
    place.hidden = !text;
    this.element.classList.toggle("wrong", Boolean(text));
    const group = this.element.querySelector("fieldset");
    if (text) group.setAttribute("aria-describedby", place.id);
    else group.removeAttribute("aria-describedby");
  }

  offer(other) {
    const copy = document.getElementById("other").content.cloneNode(true);
    copy.querySelector("[data-told]").textContent = other.told;
    copy.querySelector("[name=theirs]").value = this.id;
    this.element.querySelector("[data-other]").replaceChildren(copy);
    this.element.classList.add("wrong");
  }

  settle() {
    this.element.querySelector("[data-other]").replaceChildren();
    this.element.classList.remove("wrong");
  }
}
