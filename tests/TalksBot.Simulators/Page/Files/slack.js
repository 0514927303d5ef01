import { el } from "./dom.js";
import { blocks, message, options } from "./slack-message.js";
import { withEmoji } from "./slack-text.js";

/** Slack behind the page: what a person sees and does there. */
export class Slack {
  hint = "/talks … runs a command, @talksbot … asks in the channel, anything else is just said. Enter sends.";

  constructor(page) {
    this.page = page;
  }

  world(state) {
    return {
      me: this.page.user, people: state.people, channels: state.channels,
      myGroups: state.groups.filter(one => one.users.includes(this.page.user)).map(one => one.id),
      person: id => state.people.find(one => one.id === id)?.name ?? (id === state.bot.id ? state.bot.name : null),
      channel: id => state.channels.find(one => one.id === id)?.name,
      group: id => state.groups.find(one => one.id === id)?.name,
      go: id => this.page.open(id),
      bytes: id => `/_control/file/${encodeURIComponent(id)}`,
      image: one => one.image_url && /^https?:/i.test(one.image_url) ? one.image_url : one.slack_file?.id ? `/_control/file/${encodeURIComponent(one.slack_file.id)}` : `/_control/file/${encodeURIComponent(/-(F[A-Z0-9]+)\//.exec(one.slack_file?.url ?? "")?.[1] ?? "none")}`,
      press: (control, source, id, values) => this.press(control, source, id, values),
      menu: state.shortcuts,
      pick: (control, json, shortcut) => this.page.busy(control, async () => this.shown(await this.page.act("shortcut", { user: this.page.user, channel: this.page.channel, message: json.ts, shortcut }))),
    };
  }

  /** Where the app's own page stands among the channels. */
  static home = "home";

  /** The app is told when its page is opened, and shows then what it has to show. */
  opened = async channel => {
    if (channel === Slack.home) {
      await this.page.act("home", { user: this.page.user }, true);
    }
  };

  read = async channel => channel === Slack.home ? [await this.page.fetch(`home/${encodeURIComponent(this.page.user)}`)].filter(one => one.view) : this.page.messages(channel);

  render(messages, state) {
    const world = this.world(state);
    if (this.page.channel === Slack.home) {
      return messages.map(one => el("article", { class: "home" }, blocks(one.view.blocks, { home: true }, world)));
    }

    const living = messages.filter(one => !one._deleted);
    const top = living.filter(one => !one.thread_ts || one.thread_ts === one.ts || one._only_for || one.subtype === "thread_broadcast");
    return top.map((one, at) => message(one, top[at - 1], world, living.filter(reply => reply.thread_ts === one.ts && reply.ts !== one.ts)));
  }

  pinned = one => Boolean(one.pinned_to) && !one._deleted;

  press(control, source, id, values) {
    const where = source.home ? { home: true } : source.view ? { view: source.view } : { channel: this.page.channel, message: source.ts };
    return this.page.busy(control, async () => this.shown(await this.page.act("button", { user: this.page.user, button: id, ...(values ? { values } : {}), ...where })));
  }

  async send(text, state) {
    const { user, channel } = this.page;
    const mention = new RegExp(`^@${state.bot.name}\\s+`, "i").exec(text);
    if (text.startsWith("/")) {
      const [command, ...rest] = text.split(" ");
      await this.shown(await this.page.act("command", { user, channel, command, text: rest.join(" ") }));
    } else if (mention) {
      await this.page.act("mention", { user, channel, text: text.slice(mention[0].length) });
    } else {
      await this.page.act("say", { user, channel, text: text.replace(/(?<![\w@])@([a-z0-9._-]+)/g, (whole, name) => {
        const found = state.people.find(one => one.name === name);
        return found ? `<@${found.id}>` : whole;
      }) });
    }
  }

  async shown(answer) {
    if (answer.kind === "TimedOut" || answer.kind === "DispatchFailed") {
      throw new Error("The app did not answer in time (operation_timeout).");
    }

    if (answer.kind === "Invalid") {
      throw new Error(`Slack could not show what the app answered: ${answer.failure}.`);
    }

    if (answer.view) {
      this.ask(answer.view);
    }
  }

  ask(view) {
    const world = this.world(this.page.state);
    const inputs = view.blocks.filter(one => one.type === "input");
    const fields = inputs.map(one => ({
      id: one.block_id, label: withEmoji(one.label.text), hint: one.hint && withEmoji(one.hint.text), required: !one.optional,
      long: one.element.multiline, most: one.element.max_length, least: one.element.min_length, many: one.element.type.startsWith("multi_") || one.element.type === "checkboxes",
      placeholder: one.element.placeholder && withEmoji(one.element.placeholder.text), kind: { datepicker: "date", timepicker: "time", email_text_input: "email", number_input: "number", url_text_input: "url" }[one.element.type],
      value: one.element.initial_value ?? one.element.initial_option?.value ?? one.element.initial_date ?? one.element.initial_time,
      options: /select|radio|checkboxes/.test(one.element.type) ? options(one.element, world) : null,
    }));
    const rest = view.blocks.filter(one => one.type !== "input");
    const lead = rest.length ? blocks(rest, { view: view.id }, world) : null;
    this.page.form({ title: withEmoji(view.title.text), submit: view.submit ? withEmoji(view.submit.text) : null, lead }, fields, async values => {
      const answer = await this.page.act("modal", { user: this.page.user, view: view.id, values });
      if (Object.keys(answer.errors ?? {}).length > 0) {
        return answer.errors;
      }

      await this.shown(answer);
      return null;
    });
  }

  async suggest(text, state) {
    if (/^\/[a-z]*$/.test(text)) {
      return [{ label: "/talks", detail: "what TalksBot is asked for", insert: "/talks " }];
    }

    const name = /@([a-z0-9._-]*)$/.exec(text);
    return name ? [...state.people, state.bot, ...state.groups].filter(one => one.name.startsWith(name[1])).map(one => ({ label: `@${one.name}`, detail: one.note ?? "", insert: `${text.slice(0, name.index)}@${one.name} ` })) : [];
  }

  groups(state) {
    const mine = state.channels.filter(one => one.sees.includes(this.page.user));
    return [
      { name: "Channels", items: mine.filter(one => one.kind !== "Direct").map(one => ({ id: one.id, name: one.name, sign: one.kind === "Private" ? "🔒" : "#", topic: one.archived ? "archived" : one.topic })) },
      { name: "Apps", items: [{ id: Slack.home, name: `${state.bot.name} · Home`, sign: "⌂" }] },
      { name: "Direct messages", items: mine.filter(one => one.kind === "Direct").map(one => ({ id: one.id, name: state.bot.name, sign: "@" })) },
    ];
  }

  note(state) {
    return state.groups.filter(one => one.users.includes(this.page.user)).map(one => `@${one.name}`).join(", ");
  }

}
