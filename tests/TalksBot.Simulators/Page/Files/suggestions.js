import { el } from "./dom.js";

/** The list above the line one types in: arrows choose, Tab or a click takes, Escape closes. */
export class Suggestions {
  #items = [];
  #chosen = -1;
  #asked = 0;
  #timer = 0;

  constructor(input, list, find) {
    Object.assign(this, { input, list, find });
    input.addEventListener("input", () => {
      this.grow();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.update(), 120);
    });
    input.addEventListener("keydown", event => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 200));
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 160)}px`;
  }

  async update() {
    const asked = ++this.#asked;
    const found = await this.find(this.input.value).catch(() => []);
    if (asked === this.#asked) {
      this.#items = found.slice(0, 25);
      this.#chosen = -1;
      this.draw();
    }
  }

  draw() {
    this.list.hidden = this.#items.length === 0;
    this.list.replaceChildren(...this.#items.map((one, at) => el("li", { role: "option", "aria-selected": at === this.#chosen ? "true" : "false", mousedown: event => { event.preventDefault(); this.take(at); } },
      el("strong", {}, one.label), el("span", {}, one.detail))));
    this.list.children[this.#chosen]?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (this.list.hidden) {
      return;
    }

    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.#chosen = (this.#chosen + step + this.#items.length) % this.#items.length;
      this.draw();
    } else if (event.key === "Tab" || (event.key === "Enter" && this.#chosen >= 0)) {
      event.preventDefault();
      this.take(Math.max(this.#chosen, 0));
    } else if (event.key === "Escape") {
      this.close();
    }
  }

  take(at) {
    this.input.value = this.#items[at].insert;
    this.input.focus();
    this.grow();
    this.update();
  }

  close() {
    this.#asked++;
    this.#items = [];
    this.list.hidden = true;
  }
}
