import { avatar, el, link, menu, stamp } from "./dom.js";
import { emojiOf, mrkdwn, rich, withEmoji } from "./slack-text.js";
import { markdown } from "./discord-text.js";

const named = { good: "#2eb67d", warning: "#ecb22e", danger: "#e01e5a" };

/** One message as a person sees it, with the replies under it. */
export function message(json, previous, world, replies = []) {
  const author = world.person(json.user) ?? "somebody";
  const isBot = Boolean(json.bot_id);
  const joined = previous && previous.user === json.user && !json._only_for && !previous._only_for && Number(json.ts) - Number(previous.ts) < 300 && !json._command;
  const forMe = json._pings.some(one => ["<!here>", "<!channel>", "<!everyone>", `<@${world.me}>`].includes(one) || world.myGroups.some(id => one === `<!subteam^${id}>`));
  return el("article", { class: ["message", joined && "joined", forMe && "forme", json._only_for && "ephemeral"].filter(Boolean).join(" "), "data-id": json.ts },
    json._only_for ? null : menu(json, world),
    json._only_for ? el("div", { class: "above" }, "👁 Only visible to you") : json._command ? el("div", { class: "above" }, json._command) : null,
    joined ? el("span", { class: "gutter" }) : avatar(author, isBot),
    el("div", { class: "body" },
      joined ? null : el("div", { class: "who" }, el("strong", {}, author), isBot && el("span", { class: "badge" }, "APP"), stamp(Number(json.ts) * 1000), json.pinned_to ? el("span", { class: "mark", title: "Pinned" }, "📌") : null),
      json.blocks?.length ? blocks(json.blocks, json, world) : json.text ? el("div", { class: "content" }, mrkdwn(json.text, world)) : null,
      (json.attachments ?? []).map(one => attachment(one, json, world)),
      (json.files ?? []).map(one => file(one, world)),
      json.edited ? el("span", { class: "edited", title: new Date(Number(json.edited.ts) * 1000).toLocaleString() }, "(edited)") : null,
      json.reactions?.length ? el("div", { class: "reactions" }, json.reactions.map(one => el("span", { class: one.users.includes(world.me) ? "reaction mine" : "reaction" }, `${emojiOf(one.name)} ${one.count}`))) : null,
      replies.length ? el("details", { class: "replies", open: true }, el("summary", {}, `${replies.length} repl${replies.length === 1 ? "y" : "ies"}`), replies.map((one, at) => message(one, replies[at - 1], world))) : null));
}

function attachment(one, json, world) {
  const colour = one.color ? named[one.color] ?? `#${one.color.replace(/^#/, "")}` : null;
  return el("div", { class: "embed", colour },
    one.pretext ? el("div", { class: "content" }, mrkdwn(one.pretext, world)) : null,
    one.author_name ? el("div", { class: "embed-author" }, one.author_name) : null,
    one.title ? el("div", { class: "embed-title" }, one.title_link ? link(one.title_link, withEmoji(one.title)) : withEmoji(one.title)) : null,
    one.blocks?.length ? blocks(one.blocks, json, world) : one.text ? el("div", { class: "content" }, mrkdwn(one.text, world)) : one.title ? null : one.fallback,
    one.fields?.length ? el("div", { class: "fields" }, one.fields.map(field => el("div", { class: field.short ? "field inline" : "field" }, el("strong", {}, withEmoji(field.title ?? "")), el("div", { class: "content" }, mrkdwn(field.value ?? "", world))))) : null,
    one.image_url ? picture(one.image_url, one.fallback) : null,
    one.footer ? el("div", { class: "footer" }, withEmoji(one.footer)) : null);
}

function file(one, world) {
  return /^image\//.test(one.mimetype) ? el("figure", {}, picture(world.bytes(one.id), one.alt_txt ?? one.title), el("figcaption", {}, one.title))
    : el("div", { class: "file" }, "📄 ", el("a", { href: world.bytes(one.id), target: "_blank", rel: "noopener" }, one.title ?? one.name), el("small", {}, ` ${one.size?.toLocaleString("en") ?? ""} bytes`));
}

function picture(url, alt, kind = "picture") {
  return el("a", { href: url, target: "_blank", rel: "noopener", class: kind }, el("img", { src: url, alt: alt ?? "", loading: "lazy" }));
}

function words(object, world) {
  return object.type === "mrkdwn" ? mrkdwn(object.text, world) : [withEmoji(object.text)];
}

/** Blocks of a message, an attachment, a modal or the home. */
export function blocks(list, source, world) {
  return el("div", { class: "blocks" }, list.map(one => block(one, source, world)));
}

function block(one, source, world) {
  switch (one.type) {
    case "header": return el("h3", {}, withEmoji(one.text.text));
    case "divider": return el("hr");
    case "section": return el("div", { class: "section" },
      el("div", {}, one.text ? el("div", { class: "content" }, words(one.text, world)) : null,
        one.fields ? el("div", { class: "fields" }, one.fields.map(field => el("div", { class: "field inline" }, el("div", { class: "content" }, words(field, world))))) : null),
      one.accessory ? element(one.accessory, one, source, world) : null);
    case "context": return el("div", { class: "context" }, one.elements.map(part => part.type === "image" ? el("img", { src: world.image(part), alt: part.alt_text }) : el("span", {}, words(part, world))));
    case "actions": case "context_actions": return el("div", { class: "row" }, one.elements.map(part => element(part, one, source, world)));
    case "image": return el("figure", {}, one.title ? el("figcaption", {}, withEmoji(one.title.text)) : null, picture(world.image(one), one.alt_text));
    case "rich_text": return el("div", { class: "content" }, one.elements.map(part => rich(part, world)));
    case "markdown": return el("div", { class: "content" }, markdown(one.text, { ...world, myRoles: [], role: () => null }));
    case "table": return el("div", { class: "table" }, el("table", {}, one.rows.map((row, at) => el("tr", {}, row.map(cell => el(at === 0 ? "th" : "td", {}, cell.type === "rich_text" ? cell.elements.map(part => rich(part, world)) : cell.text))))));
    default: return el("div", { class: "unknown" }, `[${one.type}]`);
  }
}

function element(one, within, source, world) {
  const label = one.placeholder ? withEmoji(one.placeholder.text) : "Choose";
  const act = (control, values) => world.press(control, source, one.action_id, values);
  switch (one.type) {
    case "button": return one.url
      ? el("a", { class: `button ${one.style ?? "secondary"}`, href: /^https?:/i.test(one.url) ? one.url : null, target: "_blank", rel: "noopener noreferrer", click: event => act(event.currentTarget) }, withEmoji(one.text.text), " ↗")
      : el("button", { type: "button", class: `button ${one.style ?? "secondary"}`, click: event => act(event.currentTarget) }, withEmoji(one.text.text));
    case "image": return picture(world.image(one), one.alt_text, "thumbnail");
    case "datepicker": case "timepicker":
      return el("input", { class: "menu", type: one.type.replace("picker", ""), value: one.initial_date ?? one.initial_time, "aria-label": label, change: event => act(event.currentTarget, [event.currentTarget.value]) });
    default: return el("select", { class: "menu", "aria-label": label, change: event => event.currentTarget.value && act(event.currentTarget, [event.currentTarget.value]) },
      el("option", { value: "" }, one.type === "overflow" ? "⋯" : label), options(one, world).map(option => el("option", { value: option.value }, option.label)));
  }
}

/** What a menu offers; people and channels come from the workspace. */
export function options(one, world) {
  if (one.type.includes("users")) {
    return world.people.map(person => ({ label: `@${person.name}`, value: person.id }));
  }

  if (one.type.includes("channels") || one.type.includes("conversations")) {
    return world.channels.map(channel => ({ label: `#${channel.name}`, value: channel.id }));
  }

  return [...(one.options ?? []), ...(one.option_groups ?? []).flatMap(group => group.options)].map(option => ({ label: withEmoji(option.text.text), value: option.value }));
}
