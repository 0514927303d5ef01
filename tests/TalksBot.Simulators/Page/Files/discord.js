import { choices, message } from "./discord-message.js";

/** Discord behind the page: what a person sees and does there. */
export class Discord {
  hint = "Type / for a command, or just write. Enter sends, Tab takes a suggestion.";

  constructor(page) {
    this.page = page;
  }

  world(state, messages) {
    const me = state.people.find(one => one.id === this.page.user);
    const files = new Map(messages.flatMap(one => one._files ?? []).map(file => [file.url, file.description]));
    return {
      me: this.page.user, myRoles: me?.roles ?? [], people: state.people, roles: state.roles, channels: state.channels,
      person: id => state.people.find(one => one.id === id)?.name ?? (id === state.bot.id ? state.bot.name : null),
      role: id => state.roles.find(one => one.id === id)?.name,
      channel: id => state.channels.find(one => one.id === id)?.name,
      find: id => messages.find(one => one.id === id),
      alt: url => files.get(url) ?? "",
      go: id => this.page.open(id),
      press: (control, json, id, values) => this.press(control, json, id, values),
      menu: state.commands.filter(one => one.type === 3).map(one => one.name),
      pick: (control, json, command) => this.page.busy(control, async () => this.shown(await this.page.act("message-command", { user: this.page.user, channel: json.channel_id, message: json.id, command }))),
    };
  }

  opened = async () => {};

  read = channel => this.page.messages(channel);

  render(messages, state) {
    const world = this.world(state, messages);
    return messages.map((one, at) => message(one, messages[at - 1], world));
  }

  pinned = one => one.pinned;

  press(control, json, id, values = []) {
    return this.page.busy(control, async () => this.shown(await this.page.act("button", { user: this.page.user, channel: json.channel_id, message: json.id, custom_id: id, values })));
  }

  async send(text, state) {
    if (!text.startsWith("/")) {
      await this.page.act("say", { user: this.page.user, channel: this.page.channel, text });
      return;
    }

    const { path, values, loose } = this.read(text, state);
    if (path && loose && path.options.length > 0) {
      values[path.options[0].name] = loose;
    }

    if (!path) {
      throw new Error("No command here is called that. Type / to see them.");
    }

    await this.shown(await this.page.act("command", { user: this.page.user, channel: this.page.channel, command: path.words, options: this.identify(path, values, state) }));
  }

  async shown(answer) {
    if (answer.kind === "Missed") {
      throw new Error("The application did not respond.");
    }

    if (answer.kind === "Modal") {
      this.ask(answer);
    }
  }

  ask(answer) {
    const inputs = answer.modal.components.flatMap(one => one.type === 18 ? [{ ...one.component, label: one.label, description: one.description }] : one.components ?? []);
    const world = this.world(this.page.state, []);
    const fields = inputs.map(one => ({
      id: one.custom_id, label: one.label, hint: one.description, required: one.required ?? true, long: one.style === 2, value: one.value,
      placeholder: one.placeholder, most: one.max_length, least: one.min_length, many: (one.max_values ?? 1) > 1,
      options: one.type === 4 ? null : one.type === 22 || one.type === 21 ? one.options : one.type === 23 ? [{ label: "No", value: "false", default: !one.default }, { label: "Yes", value: "true", default: one.default }] : choices(one, world),
    }));
    this.page.form({ title: answer.modal.title, submit: "Submit" }, fields, async values => {
      for (const one of inputs.filter(input => input.type !== 4)) {
        values[one.custom_id] = [values[one.custom_id]].flat().filter(Boolean);
      }

      await this.shown(await this.page.act("modal", { user: this.page.user, interaction: answer.interaction, values }));
    });
  }

  /** Every command with its subcommands, as one line each. */
  paths(state) {
    const walk = (spec, words) => (spec.options ?? []).some(one => one.type <= 2)
      ? spec.options.flatMap(one => walk(one, `${words} ${one.name}`))
      : [{ words, description: spec.description, options: spec.options ?? [] }];
    return state.commands.filter(one => one.type === 1).flatMap(one => walk(one, one.name));
  }

  /** The command typed and its values: <code>/talks open slug:steel title:Steel talks</code>. */
  read(text, state) {
    const typed = text.slice(1);
    const path = this.paths(state).filter(one => typed === one.words || typed.startsWith(`${one.words} `)).sort((a, b) => b.words.length - a.words.length)[0];
    if (!path) {
      return { path: null, values: {}, last: null };
    }

    const rest = typed.slice(path.words.length);
    const names = path.options.map(one => one.name.replace(/[-]/g, "\\-"));
    const starts = names.length ? [...rest.matchAll(new RegExp(`(?<=\\s)(${names.join("|")}):`, "gu"))] : [];
    const values = {};
    let last = null;
    for (const [at, found] of starts.entries()) {
      last = { name: found[1], value: rest.slice(found.index + found[0].length, starts[at + 1]?.index ?? rest.length).trim() };
      values[last.name] = last.value;
    }

    return { path, values, last: starts.length ? last : null, loose: starts.length === 0 ? rest.trim() : "" };
  }

  /** Names of people, roles and channels become ids, as Discord's pickers send them. */
  identify(path, values, state) {
    const options = {};
    for (const [name, value] of Object.entries(values)) {
      const kind = path.options.find(one => one.name === name).type;
      const bare = value.replace(/^[@#]/, "");
      const pick = list => list.find(one => one.name === bare || one.id === bare)?.id ?? bare;
      options[name] = kind === 6 ? pick(state.people) : kind === 7 ? pick(state.channels) : kind === 8 ? pick(state.roles) : kind === 9 ? pick([...state.people, ...state.roles]) : value;
    }

    return options;
  }

  async suggest(text, state) {
    if (!text.startsWith("/")) {
      return [];
    }

    const { path, values, last, loose } = this.read(text, state);
    if (!path || (!last && !text.endsWith(" ") && loose === "" && text.slice(1) !== path.words)) {
      return this.paths(state).filter(one => one.words.includes(text.slice(1).trim())).slice(0, 12)
        .map(one => ({ label: `/${one.words}`, detail: one.description, insert: `/${one.words} ` }));
    }

    const option = last && path.options.find(one => one.name === last.name);
    const offered = option && !(text.endsWith(" ") && last.value === "") ? await this.values(path, option, values, state) : option ? await this.values(path, option, values, state) : [];
    const head = last ? text.slice(0, text.lastIndexOf(`${last.name}:`)) : "";
    const rest = path.options.filter(one => !(one.name in values)).map(one => ({
      label: `${one.name}:`, detail: `${one.required ? "required · " : ""}${one.description}`, insert: `${text.replace(/\s*$/, " ")}${one.name}:`,
    }));
    const exact = offered.length === 1 && offered[0].value === last.value;
    return [...(exact ? [] : offered.map(one => ({ label: one.name, detail: option.name, insert: `${head}${last.name}:${one.value} ` }))), ...(last && !text.endsWith(" ") && offered.length > 0 && !exact ? [] : rest)];
  }

  async values(path, option, values, state) {
    const typed = values[option.name].toLowerCase();
    const named = (list, sign) => list.filter(one => one.name.toLowerCase().includes(typed.replace(/^[@#]/, ""))).map(one => ({ name: `${sign}${one.name}`, value: `${sign}${one.name}` }));
    switch (option.type) {
      case 5: return ["True", "False"].filter(one => one.toLowerCase().startsWith(typed)).map(one => ({ name: one, value: one.toLowerCase() }));
      case 6: return named(state.people, "@");
      case 7: return named(state.channels, "#");
      case 8: return named(state.roles, "@");
      case 9: return [...named(state.people, "@"), ...named(state.roles, "@")];
    }

    if (option.choices?.length) {
      return option.choices.filter(one => one.name.toLowerCase().includes(typed)).map(one => ({ name: one.name, value: String(one.value) }));
    }

    if (!option.autocomplete) {
      return [];
    }

    const answer = await this.page.act("autocomplete", { user: this.page.user, channel: this.page.channel, command: path.words, options: this.identify(path, values, state), focused: option.name }, true);
    return answer.choices.map(one => ({ name: one.name, value: String(one.value) }));
  }

  groups(state) {
    const mine = state.channels.filter(one => one.sees.includes(this.page.user));
    const sign = { 5: "📢", 15: "🗂", 16: "🖼", 2: "🔊", 13: "🎙" };
    const threads = parent => mine.filter(one => one.parent === parent && !one.archived).map(one => ({ id: one.id, name: one.name, sign: "🧵", deep: true }));
    const named = mine.filter(one => one.guild && !one.parent && one.kind !== 4).flatMap(one => [{ id: one.id, name: one.name, sign: sign[one.kind] ?? "#", topic: one.topic }, ...threads(one.id)]);
    const direct = mine.filter(one => !one.guild).map(one => ({ id: one.id, name: state.bot.name, sign: "@" }));
    return [{ name: "Channels", items: named }, { name: "Direct messages", items: direct }];
  }

  note(state) {
    const me = state.people.find(one => one.id === this.page.user);
    return me ? me.roles.map(id => state.roles.find(one => one.id === id)?.name).filter(Boolean).join(", ") : "";
  }

}
