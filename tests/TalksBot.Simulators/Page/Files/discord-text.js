import { el, instant, link } from "./dom.js";

// Discord's Markdown, as far as its own window reads it.

const inline = [
  [/^\\([^A-Za-z0-9\s])/, found => found[1]],
  [/^``(.+?)``(?!`)|^`([^`]+)`/s, found => el("code", {}, found[1] ?? found[2])],
  [/^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/, found => el("span", { class: "pill" }, instant(Number(found[1]), found[2] ?? "f"))],
  [/^<@!?(\d+)>/, (found, world) => mention(`@${world.person(found[1]) ?? "unknown-user"}`, world.me === found[1])],
  [/^<@&(\d+)>/, (found, world) => mention(`@${world.role(found[1]) ?? "deleted-role"}`, world.myRoles.includes(found[1]))],
  [/^<#(\d+)>/, (found, world) => el("button", { type: "button", class: "mention", click: () => world.go(found[1]) }, `#${world.channel(found[1]) ?? "unknown"}`)],
  [/^<\/([^:>]{1,100}):(\d+)>/, found => mention(`/${found[1]}`)],
  [/^<a?:(\w+):\d+>/, found => `:${found[1]}:`],
  [/^@(everyone|here)/, found => mention(`@${found[1]}`, true)],
  [/^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (found, world) => link(found[2], spans(found[1], world))],
  [/^<(https?:\/\/[^\s>]+)>/, found => link(found[1])],
  [/^https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"*_~|]/, found => link(found[0])],
  [/^\*\*\*(.+?)\*\*\*(?!\*)/s, (found, world) => el("strong", {}, el("em", {}, spans(found[1], world)))],
  [/^\*\*(.+?)\*\*(?!\*)/s, (found, world) => el("strong", {}, spans(found[1], world))],
  [/^__(.+?)__(?!_)/s, (found, world) => el("u", {}, spans(found[1], world))],
  [/^\*(?!\s)((?:\\.|[^*\\])+?)\*(?!\*)/s, (found, world) => el("em", {}, spans(found[1], world))],
  [/^_(?!\s)((?:\\.|[^_\\])+?)_(?![A-Za-z0-9_])/s, (found, world) => el("em", {}, spans(found[1], world))],
  [/^~~(.+?)~~/s, (found, world) => el("s", {}, spans(found[1], world))],
  [/^\|\|(.+?)\|\|/s, (found, world) => el("span", { class: "spoiler", tabindex: "0", click: event => event.currentTarget.classList.add("open") }, spans(found[1], world))],
];

const plain = /^[^\\`<@[h*_~|]+|^./su;

function mention(words, mine) {
  return el("span", { class: mine ? "mention mine" : "mention" }, words);
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

const lines = [
  [/^(#{1,3}) +(.+)$/, (found, world) => el(`h${found[1].length + 2}`, {}, spans(found[2], world))],
  [/^-# +(.+)$/, (found, world) => el("small", { class: "subtext" }, spans(found[1], world))],
  [/^( *)[-*] +(.+)$/, (found, world) => el("div", { class: found[1].length > 1 ? "item deep" : "item" }, el("span", { class: "dot" }, "•"), el("span", {}, spans(found[2], world)))],
  [/^(\d{1,9})\. +(.+)$/, (found, world) => el("div", { class: "item" }, el("span", { class: "dot" }, `${found[1]}.`), el("span", {}, spans(found[2], world)))],
];

/** A whole text with its headings, lists, quotes and code blocks. */
export function markdown(text, world) {
  const nodes = [];
  for (const [at, part] of (text ?? "").split(/```(?:[a-z0-9+-]*\n)?([\s\S]*?)```\n?/i).entries()) {
    if (at % 2 === 1) {
      nodes.push(el("pre", {}, el("code", {}, part.replace(/\n$/, ""))));
    } else if (part.length > 0) {
      nodes.push(...paragraphs(part, world));
    }
  }

  return nodes;
}

function paragraphs(text, world) {
  const whole = /^>>> ([\s\S]*)$/m.exec(text);
  if (whole) {
    return [...(whole.index > 0 ? paragraphs(text.slice(0, whole.index).replace(/\n$/, ""), world) : []), el("blockquote", {}, paragraphs(whole[1], world))];
  }

  const nodes = [];
  let run = [];
  let quote = [];
  const flush = () => {
    if (run.length > 0) {
      nodes.push(el("p", {}, spans(run.join("\n"), world)));
      run = [];
    }

    if (quote.length > 0) {
      nodes.push(el("blockquote", {}, paragraphs(quote.join("\n"), world)));
      quote = [];
    }
  };
  for (const line of text.split("\n")) {
    const rule = lines.map(([pattern, make]) => [pattern.exec(line), make]).find(([found]) => found);
    const quoted = /^> ?(.*)$/.exec(line);
    if (quoted) {
      if (run.length > 0) {
        flush();
      }

      quote.push(quoted[1]);
    } else if (rule) {
      flush();
      nodes.push(rule[1](rule[0], world));
    } else {
      if (quote.length > 0) {
        flush();
      }

      run.push(line);
    }
  }

  flush();
  return nodes;
}
