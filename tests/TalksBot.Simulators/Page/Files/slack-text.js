import { el, instant, link } from "./dom.js";

// Slack's mrkdwn as stored: escaped once, links and mentions in angle brackets, emoji by name.

const emoji = {
  white_check_mark: "✅", alarm_clock: "⏰", warning: "⚠️", x: "❌", red_circle: "🔴", large_green_circle: "🟢", large_yellow_circle: "🟡", large_orange_circle: "🟠",
  large_blue_circle: "🔵", white_circle: "⚪", black_circle: "⚫", bell: "🔔", no_bell: "🔕", pushpin: "📌", rotating_light: "🚨", date: "📅", lock: "🔒", hourglass_flowing_sand: "⏳",
  hourglass: "⌛", tada: "🎉", "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", eyes: "👀", heart: "❤️", wave: "👋", fire: "🔥", rocket: "🚀", memo: "📝", calendar: "📆",
  clock1: "🕐", stopwatch: "⏱️", zap: "⚡", mega: "📣", loudspeaker: "📢", arrow_right: "➡️", heavy_check_mark: "✔️", question: "❓", grey_question: "❔", exclamation: "❗",
  speech_balloon: "💬", information_source: "ℹ️", no_entry: "⛔", no_entry_sign: "🚫", black_square_for_stop: "⏹️", newspaper: "📰", robot_face: "🤖", raised_hands: "🙌", slightly_smiling_face: "🙂",
};

export const emojiOf = name => emoji[name] ?? `:${name}:`;

export function decode(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

export const withEmoji = text => decode(text).replace(/:([a-z0-9_+'-]+):/g, (whole, name) => emoji[name] ?? whole);

const edge = "(?![\\p{L}\\p{N}_])";
const inline = [
  [/^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/, (found, world) => mention(`@${world.person(found[1]) ?? "unknown"}`, found[1] === world.me)],
  [/^<#([CGD][A-Z0-9]+)(?:\|([^>]*))?>/, (found, world) => el("button", { type: "button", class: "mention", click: () => world.go(found[1]) }, `#${world.channel(found[1]) ?? found[2] ?? "private"}`)],
  [/^<!subteam\^(S[A-Z0-9]+)(?:\|([^>]*))?>/, (found, world) => mention(`@${world.group(found[1]) ?? found[2] ?? "group"}`, world.myGroups.includes(found[1]))],
  [/^<!(here|channel|everyone)(?:\|[^>]*)?>/, found => mention(`@${found[1]}`, true)],
  [/^<!date\^(-?\d+)\^([^|^>]*)(?:\^([^|>]*))?\|([^>]*)>/, found => date(Number(found[1]), found[2], found[3], decode(found[4]))],
  [/^<((?:https?:\/\/|mailto:|tel:)[^>|]+)(?:\|([^>]*))?>/, (found, world) => link(decode(found[1]), found[2] === undefined ? decode(found[1]) : spans(found[2], world))],
  [/^`([^`\n]+)`/, found => el("code", {}, decode(found[1]))],
  [new RegExp(`^\\*(?=\\S)([^*\\n]*[^*\\s])\\*${edge}`, "u"), (found, world) => el("strong", {}, spans(found[1], world))],
  [new RegExp(`^_(?=\\S)([^_\\n]*[^_\\s])_${edge}`, "u"), (found, world) => el("em", {}, spans(found[1], world))],
  [new RegExp(`^~(?=\\S)([^~\\n]*[^~\\s])~${edge}`, "u"), (found, world) => el("s", {}, spans(found[1], world))],
  [/^:([a-z0-9_+'-]+):/, found => emojiOf(found[1])],
  [/^&(?:lt|gt|amp);/, found => decode(found[0])],
];

const plain = /^[\p{L}\p{N}]+|^[^<`*_~:&\p{L}\p{N}]+|^./su;

function mention(words, mine) {
  return el("span", { class: mine ? "mention mine" : "mention" }, words);
}

const tokens = {
  "{date_num}": "d", "{date}": "D", "{date_short}": "d", "{date_long}": "F", "{date_pretty}": "D", "{date_short_pretty}": "d", "{date_long_pretty}": "F",
  "{time}": "t", "{time_secs}": "T", "{ago}": "R", "{date_slash}": "d",
};

function date(seconds, format, url, fallback) {
  const parts = decode(format).split(/(\{[a-z_]+\})/).filter(Boolean).map(part => tokens[part] === "F"
    ? new Intl.DateTimeFormat("en-GB", { dateStyle: "full" }).format(new Date(seconds * 1000))
    : tokens[part] ? instant(seconds, tokens[part]) : part);
  const shown = el("span", { class: "pill", title: fallback }, parts);
  return url ? link(url, shown) : shown;
}

export function spans(text, world) {
  const nodes = [];
  let rest = text;
  while (rest.length > 0) {
    const rule = inline.map(([pattern, make]) => [pattern.exec(rest), make]).find(([found]) => found);
    const found = rule ? rule[0] : plain.exec(rest);
    nodes.push(rule ? rule[1](found, world) : found[0]);
    rest = rest.slice(found[0].length);
  }

  return nodes;
}

/** A whole mrkdwn text with its quotes and preformatted parts. */
export function mrkdwn(text, world) {
  const nodes = [];
  for (const [at, part] of (text ?? "").split(/```([\s\S]*?)```\n?/).entries()) {
    if (at % 2 === 1) {
      nodes.push(el("pre", {}, el("code", {}, decode(part.replace(/^\n|\n$/g, "")))));
      continue;
    }

    let run = [];
    let quoted = null;
    const flush = () => {
      if (run.length > 0) {
        const words = el("p", {}, spans(run.join("\n"), world));
        nodes.push(quoted ? el("blockquote", {}, words) : words);
        run = [];
      }
    };
    for (const line of part.split("\n")) {
      const quote = /^&gt; ?(.*)$/.exec(line);
      if (Boolean(quote) !== quoted) {
        flush();
        quoted = Boolean(quote);
      }

      run.push(quote ? quote[1] : line);
    }

    flush();
  }

  return nodes.filter(node => node.textContent.trim() !== "" || nodes.length === 1);
}

/** The pieces of a rich_text block. */
export function rich(element, world) {
  const inside = () => element.elements.map(one => rich(one, world));
  switch (element.type) {
    case "rich_text_section": return el("p", {}, inside());
    case "rich_text_quote": return el("blockquote", {}, el("p", {}, inside()));
    case "rich_text_preformatted": return el("pre", {}, el("code", {}, inside()));
    case "rich_text_list": return el(element.style === "ordered" ? "ol" : "ul", {}, element.elements.map(one => el("li", {}, one.elements.map(inner => rich(inner, world)))));
    case "text": return styled(element.text, element.style);
    case "link": return styled(link(element.url, element.text ?? element.url), element.style);
    case "user": return mention(`@${world.person(element.user_id) ?? "unknown"}`, element.user_id === world.me);
    case "usergroup": return mention(`@${world.group(element.usergroup_id) ?? "group"}`, world.myGroups.includes(element.usergroup_id));
    case "channel": return mention(`#${world.channel(element.channel_id) ?? "private"}`);
    case "broadcast": return mention(`@${element.range}`, true);
    case "emoji": return element.unicode ? String.fromCodePoint(...element.unicode.split("-").map(one => parseInt(one, 16))) : emojiOf(element.name);
    case "date": return date(element.timestamp, element.format, element.url, element.fallback ?? "");
    case "color": return el("code", {}, element.value);
    default: return element.text ?? "";
  }
}

function styled(words, style = {}) {
  let node = words;
  for (const [key, tag] of [["code", "code"], ["strike", "s"], ["italic", "em"], ["bold", "strong"], ["underline", "u"]]) {
    node = style?.[key] ? el(tag, {}, node) : node;
  }

  return node;
}
