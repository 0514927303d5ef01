import { Discord } from "./discord.js";
import { el, tick } from "./dom.js";
import { openForm } from "./form.js";
import { Slack } from "./slack.js";
import { Suggestions } from "./suggestions.js";

const at = id => document.getElementById(id);

/** The whole page: who one is, where one looks, what is said there. It asks the simulator once a second. */
class Page {
  user = localStorage.getItem("user");
  channel = new URLSearchParams(location.hash.slice(1)).get("channel");
  state = null;
  onlyPins = false;
  #shown = "";
  #listed = "";
  #messages = [];
  #waiting = new Set();

  async start() {
    this.state = await this.fetch("state");
    this.platform = this.state.platform === "slack" ? new Slack(this) : new Discord(this);
    document.documentElement.dataset.platform = this.state.platform;
    document.title = `${this.state.name} – simulated ${this.state.platform === "slack" ? "Slack" : "Discord"}`;
    at("hint").textContent = this.platform.hint;
    this.suggestions = new Suggestions(at("text"), at("suggestions"), text => this.platform.suggest(text, this.state));
    this.listen();
    this.choosePerson();
    await this.refresh();
    setInterval(tick, 1000);
    setInterval(() => document.hidden || this.refresh().catch(() => this.offline()), 1000);
  }

  listen() {
    at("user").addEventListener("change", event => this.become(event.target.value));
    at("menu").addEventListener("click", () => this.menu(!document.body.classList.contains("open")));
    at("pins").addEventListener("click", () => {
      this.onlyPins = !this.onlyPins;
      at("pins").setAttribute("aria-pressed", this.onlyPins);
      this.draw(true);
    });
    at("composer").addEventListener("submit", event => {
      event.preventDefault();
      this.say().catch(fault => this.toast(fault.message));
    });
    at("text").addEventListener("keydown", event => {
      if (event.key === "Enter" && !event.shiftKey && !event.defaultPrevented && !event.isComposing) {
        event.preventDefault();
        at("composer").requestSubmit();
      }
    });
    document.addEventListener("jump", event => this.jump(event.detail));
    document.querySelector("main").addEventListener("click", event => event.target.closest("#menu") || this.menu(false));
  }

  menu(open) {
    document.body.classList.toggle("open", open);
    at("menu").setAttribute("aria-expanded", open);
  }

  choosePerson() {
    const people = this.state.people;
    this.user = people.some(one => one.id === this.user) ? this.user : (people.find(one => one.name === "ada") ?? people[0])?.id;
    at("user").replaceChildren(...people.map(one => el("option", { value: one.id, selected: one.id === this.user }, one.name)));
  }

  become(user) {
    this.user = user;
    localStorage.setItem("user", user);
    this.refresh();
  }

  async open(channel) {
    this.channel = channel;
    this.onlyPins = false;
    history.replaceState(null, "", `#channel=${channel}`);
    this.menu(false);
    await this.platform.opened(channel);
    await this.refresh();
  }

  messages(channel) {
    return this.fetch(`messages/${encodeURIComponent(channel)}?seen_by=${encodeURIComponent(this.user)}`);
  }

  async jump({ channel, message }) {
    await this.open(channel);
    const found = [...document.querySelectorAll(".message")].find(one => one.dataset.id === message);
    found?.scrollIntoView({ block: "center" });
    found?.classList.add("found");
    if (!found && message) {
      this.toast("That message is not here any more.", "quiet");
    }
  }

  async refresh() {
    this.state = await this.fetch("state");
    const groups = this.platform.groups(this.state);
    const items = groups.flatMap(one => one.items);
    this.channel = items.some(one => one.id === this.channel) ? this.channel : (items.find(one => one.sign === "#") ?? items[0])?.id;
    this.list(groups, items);
    this.#messages = this.channel ? await this.platform.read(this.channel) : [];
    this.draw(false);
  }

  list(groups, items) {
    const place = items.find(one => one.id === this.channel);
    const now = JSON.stringify([groups, this.channel, this.user, this.state.connected, this.platform.note(this.state)]);
    if (now === this.#listed) {
      return;
    }

    this.#listed = now;
    at("place").textContent = this.state.name;
    at("link").className = this.state.connected ? "on" : "off";
    at("link").textContent = this.state.connected ? `${this.state.bot.name} is here` : `${this.state.bot.name} is away`;
    at("about").textContent = this.platform.note(this.state);
    at("title").replaceChildren(el("span", { class: "sign" }, place?.sign ?? ""), place?.name ?? "nothing to see");
    at("topic").textContent = place?.topic ?? "";
    at("text").placeholder = place ? `Message ${place.sign === "@" ? "@" : "#"}${place.name}` : "";
    at("channels").replaceChildren(...groups.filter(one => one.items.length > 0).map(group => el("section", {}, el("h2", {}, group.name), group.items.map(one =>
      el("button", { type: "button", class: [one.deep && "deep", one.id === this.channel && "here"].filter(Boolean).join(" "), "aria-current": one.id === this.channel ? "page" : null, click: () => this.open(one.id) },
        el("span", { class: "sign" }, one.sign), one.name)))));
  }

  draw(force) {
    const now = JSON.stringify([this.channel, this.user, this.onlyPins, this.#messages, this.state.people.length]);
    if (now === this.#shown && !force) {
      return;
    }

    const log = at("messages");
    const follows = this.#shown.slice(0, 40) !== now.slice(0, 40) || log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    this.#shown = now;
    const pins = this.#messages.filter(this.platform.pinned);
    at("pins").hidden = pins.length === 0;
    at("pins").lastElementChild.textContent = pins.length;
    const shown = this.onlyPins ? pins : this.#messages;
    const nodes = this.platform.render(shown, this.state);
    log.replaceChildren(...(nodes.length > 0 ? nodes : [el("p", { class: "empty" }, "Nothing has been said here yet.")]));
    if (follows) {
      log.scrollTop = log.scrollHeight;
      log.querySelectorAll("img").forEach(image => image.addEventListener("load", () => { log.scrollTop = log.scrollHeight; }, { once: true }));
    }
  }

  async say() {
    const text = at("text").value.trim();
    if (text === "" || !this.channel) {
      return;
    }

    at("text").value = "";
    this.suggestions.close();
    const waiting = setTimeout(() => this.toast("Waiting for the bot…", "quiet"), 1200);
    try {
      await this.platform.send(text, this.state);
    } catch (fault) {
      at("text").value = at("text").value || text;
      throw fault;
    } finally {
      clearTimeout(waiting);
      await this.refresh();
    }
  }

  /** Shows that a button is at work until its answer came; a second press meanwhile does nothing. */
  async busy(control, work) {
    if (this.#waiting.has(control)) {
      return;
    }

    this.#waiting.add(control);
    control.classList.add("busy");
    try {
      await work();
    } catch (fault) {
      this.toast(fault.message);
    } finally {
      this.#waiting.delete(control);
      control.classList.remove("busy");
      await this.refresh();
      this.draw(true);
    }
  }

  form(frame, fields, submit) {
    openForm(at("modal"), frame, fields, submit, fault => this.toast(fault.message), () => this.refresh());
  }

  async fetch(path) {
    const answer = await fetch(`/_control/${path}`);
    return answer.ok ? answer.json() : Promise.reject(new Error((await answer.json().catch(() => ({}))).error ?? answer.statusText));
  }

  async act(path, body, quietly = false) {
    const answer = await fetch(`/_control/${path}`, { method: "POST", body: JSON.stringify(body) });
    const json = await answer.json();
    if (!answer.ok) {
      throw new Error(json.error);
    }

    if (!quietly) {
      this.refresh().catch(() => this.offline());
    }

    return json;
  }

  offline() {
    at("link").className = "off";
    at("link").textContent = "the simulator has stopped";
    this.#listed = "";
  }

  toast(words, kind = "fault") {
    const made = el("p", { class: kind }, words);
    at("toasts").append(made);
    setTimeout(() => made.remove(), kind === "quiet" ? 2500 : 8000);
  }
}

new Page().start().catch(fault => document.body.append(el("p", { class: "fatal" }, `The simulator does not answer: ${fault.message}`)));
