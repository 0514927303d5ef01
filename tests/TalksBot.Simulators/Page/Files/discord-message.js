import { avatar, el, instant, link, menu, stamp } from "./dom.js";
import { markdown, spans } from "./discord-text.js";

const Flag = { ephemeral: 64, loading: 128, silent: 4096 };
const Kind = { pinned: 6, threadStarted: 18, reply: 19, command: 20 };
const buttonStyles = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary" };

/** One message as a person sees it. <paramref name="previous"/> by the same author shortly before drops the name. */
export function message(json, previous, world) {
  if (json.type === Kind.pinned) {
    return el("div", { class: "system" }, "📌 ", el("strong", {}, json.author.username), " pinned a message to this channel. ", stamp(Date.parse(json.timestamp)));
  }

  const joined = previous && previous.author.id === json.author.id && json.type === 0 && previous.type !== Kind.pinned
    && Date.parse(json.timestamp) - Date.parse(previous.timestamp) < 420000 && !(json.flags & Flag.ephemeral) && !(previous.flags & Flag.ephemeral);
  const forMe = json.mention_everyone || json.mentions.some(one => one.id === world.me) || json.mention_roles.some(id => world.myRoles.includes(id));
  return el("article", { class: ["message", joined && "joined", forMe && "forme", json.flags & Flag.ephemeral && "ephemeral"].filter(Boolean).join(" "), "data-id": json.id },
    json.flags & Flag.ephemeral ? null : menu(json, world),
    above(json, world),
    joined ? el("span", { class: "gutter" }) : avatar(json.author.username, json.author.bot),
    el("div", { class: "body" },
      joined ? null : el("div", { class: "who" }, el("strong", {}, json.author.username), json.author.bot && el("span", { class: "badge" }, "APP"), stamp(Date.parse(json.timestamp)),
        json.flags & Flag.silent ? el("span", { class: "mark", title: "Sent without a notification" }, "🔕") : null, json.pinned ? el("span", { class: "mark", title: "Pinned" }, "📌") : null),
      content(json, world),
      json.embeds.map(one => embed(one, world)),
      json.attachments.map(file),
      components(json.components, json, world),
      reactions(json),
      json.edited_timestamp && !json.content ? edited(json) : null,
      json.thread ? el("button", { type: "button", class: "thread", click: () => world.go(json.thread.id) }, "🧵 ", el("strong", {}, json.thread.name), ` · ${json.thread.message_count} message${json.thread.message_count === 1 ? "" : "s"} ›`) : null,
      json.flags & Flag.ephemeral ? el("small", { class: "only" }, "👁 Only you can see this") : null));
}

function above(json, world) {
  const named = json.interaction_metadata;
  if (json.type === Kind.command && named) {
    return el("div", { class: "above" }, "↱ ", el("strong", {}, named.user.username), " used ", el("span", { class: "mention" }, `/${json.interaction?.name ?? "command"}`));
  }

  if (json.type === Kind.reply && json.message_reference) {
    const to = json.referenced_message ?? world.find(json.message_reference.message_id);
    return el("div", { class: "above" }, "↱ ", to ? [el("strong", {}, to.author.username), " ", el("span", { class: "quoted" }, spans((to.content || to.embeds[0]?.title || "…").split("\n")[0], world))] : el("em", {}, "Original message was deleted"));
  }

  return null;
}

function content(json, world) {
  if (json.flags & Flag.loading) {
    return el("p", { class: "thinking" }, `${json.author.username} is thinking…`);
  }

  if (!json.content) {
    return null;
  }

  const nodes = markdown(json.content, world);
  if (json.edited_timestamp) {
    (nodes.at(-1)?.tagName === "P" ? nodes.at(-1) : nodes[nodes.push(el("p")) - 1]).append(" ", edited(json));
  }

  return el("div", { class: "content" }, nodes);
}

function edited(json) {
  return el("span", { class: "edited", title: new Date(json.edited_timestamp).toLocaleString() }, "(edited)");
}

function embed(json, world) {
  return el("div", { class: "embed", colour: json.color === undefined || json.color === null ? null : `#${json.color.toString(16).padStart(6, "0")}` },
    json.thumbnail ? picture(json.thumbnail.url, "", "thumbnail") : null,
    json.author ? el("div", { class: "embed-author" }, json.author.url ? link(json.author.url, json.author.name) : json.author.name) : null,
    json.title ? el("div", { class: "embed-title" }, json.url ? link(json.url, spans(json.title, world)) : spans(json.title, world)) : null,
    json.description ? el("div", { class: "content" }, markdown(json.description, world)) : null,
    json.fields?.length ? el("div", { class: "fields" }, json.fields.map(one => el("div", { class: one.inline ? "field inline" : "field" }, el("strong", {}, spans(one.name, world)), el("div", { class: "content" }, markdown(one.value, world))))) : null,
    json.image ? picture(json.image.url, world.alt(json.image.url)) : null,
    json.footer || json.timestamp ? el("div", { class: "footer" }, json.footer?.text, json.footer && json.timestamp ? " • " : null, json.timestamp ? instant(Date.parse(json.timestamp) / 1000, "s") : null) : null);
}

function picture(url, alt, kind = "picture") {
  return el("a", { href: url, target: "_blank", rel: "noopener", class: kind }, el("img", { src: url, alt: alt ?? "", loading: "lazy" }));
}

function file(json) {
  return json.content_type?.startsWith("image/") ? picture(json.url, json.description)
    : el("div", { class: "file" }, "📄 ", link(json.url, json.filename), el("small", {}, ` ${json.size.toLocaleString("en")} bytes`));
}

function reactions(json) {
  return json.reactions?.length ? el("div", { class: "reactions" }, json.reactions.map(one => el("span", { class: one.me ? "reaction mine" : "reaction" }, `${one.emoji.name} ${one.count}`))) : null;
}

function components(list, json, world) {
  return (list ?? []).map(one => component(one, json, world));
}

function component(one, json, world) {
  switch (one.type) {
    case 1:
      return el("div", { class: "row" }, components(one.components, json, world));
    case 2:
      return button(one, json, world);
    case 3: case 5: case 6: case 7: case 8:
      return select(one, json, world);
    case 9:
      return el("div", { class: "section" }, el("div", {}, components(one.components, json, world)), component(one.accessory, json, world));
    case 10:
      return el("div", { class: "content" }, markdown(one.content, world));
    case 11:
      return picture(one.media.url, one.description, "thumbnail");
    case 12:
      return el("div", { class: "gallery" }, one.items.map(item => picture(item.media.url, item.description)));
    case 13:
      return el("div", { class: "file" }, "📄 ", link(one.file.url, one.name ?? "file"));
    case 14:
      return el("hr", { class: one.divider ? null : "bare" });
    case 17:
      return el("div", { class: "embed", colour: one.accent_color === null || one.accent_color === undefined ? null : `#${one.accent_color.toString(16).padStart(6, "0")}` }, components(one.components, json, world));
    default:
      return null;
  }
}

function button(one, json, world) {
  const words = [one.emoji?.name, one.label].filter(Boolean).join(" ");
  return one.style === 5 ? el("a", { class: "button secondary", href: one.url, target: "_blank", rel: "noopener noreferrer" }, words, " ↗")
    : el("button", { type: "button", class: `button ${buttonStyles[one.style]}`, disabled: one.disabled, click: event => world.press(event.currentTarget, json, one.custom_id) }, words);
}

/** What a menu offers; people, roles and channels come from the guild. */
export function choices(one, world) {
  const people = () => world.people.map(person => ({ label: `@${person.name}`, value: person.id }));
  const roles = () => world.roles.map(role => ({ label: `@${role.name}`, value: role.id }));
  switch (one.type) {
    case 5: return people();
    case 6: return roles();
    case 7: return [...people(), ...roles()];
    case 8: return world.channels.map(channel => ({ label: `#${channel.name}`, value: channel.id }));
    default: return one.options ?? [];
  }
}

function select(one, json, world) {
  const pick = event => {
    if (event.currentTarget.value) {
      world.press(event.currentTarget, json, one.custom_id, [event.currentTarget.value]);
    }
  };
  return el("select", { class: "menu", disabled: one.disabled, change: pick, "aria-label": one.placeholder ?? "Choose" },
    el("option", { value: "" }, one.placeholder ?? "Make a selection"),
    choices(one, world).map(option => el("option", { value: option.value, selected: option.default }, option.label)));
}
