// Draws what the server told. Whatever people typed is set as text, never as markup.

import { span } from "./clock.js";

const byId = (id) => document.getElementById(id);

/** An element with a class and what is in it: texts and elements. */
function make(name, className, ...inside) {
  const element = document.createElement(name);
  if (className) {
    element.className = className;
  }
  element.append(...inside.filter((one) => one !== null && one !== ""));
  return element;
}

const list = (items, draw) => make("ul", "", ...items.map((item) => make("li", item.kind ?? "", ...draw(item))));

function section(title, items, draw, className = "") {
  return items.length === 0 ? null : make("section", className, make("h2", "", title), list(items, draw));
}

function flag(days) {
  return days === 0 ? null : make("em", "", days > 0 ? `+${days}` : `−${-days}`);
}

function update(one, isDesk) {
  return [
    make("p", "said", ...(one.side ? [make("b", "side", one.side), " "] : []), make("span", "", one.text)),
    make("p", "by", one.priority ? make("b", "", `${one.priority} · `) : null, `${isDesk ? `${one.code} ` : ""}${one.name} · ${one.attribution} · ${one.heard}`, one.isCorrected ? make("b", "", " · CORRECTED") : null),
  ];
}

/** Everything but what changes with each second. */
export function draw(view) {
  const { board, health } = view;
  const { isDesk } = board;
  document.title = `${board.title} – TalksBot wall`;
  document.body.dataset.face = board.state;
  document.body.dataset.matter = board.accounts.length > 0 ? "accounts" : board.points.length > 0 ? "points" : "none";
  document.querySelector("h1").textContent = board.title;
  hero(board);
  document.querySelector("aside").replaceChildren(...[
    section("Sessions", board.sessions, (one) => [
      make("p", "said", isDesk ? `${one.code} ${one.name}` : one.name, make("b", "until")),
      make("p", "by", [one.when, one.details].filter((text) => text).join(" · ")),
    ], "sessions"),
    section("Latest", board.updates, (one) => update(one, isDesk), "latest"),
  ].filter((one) => one));
  document.querySelectorAll(".sessions .until").forEach((element, place) => { element.session = board.sessions[place]; });
  matter(board, isDesk);
  strip(board);
  byId("health").replaceChildren(...bot(health));
  fit();
}

/** Nothing is shown by half: what has no room is told more briefly, then left out, the last first. Of accounts that differ none stands alone. */
export function fit() {
  for (const place of [document.querySelector("aside"), byId("matter")]) {
    const items = [...place.querySelectorAll("li")];
    items.forEach((item) => { item.hidden = false; });
    const isFull = () => place.scrollHeight > place.clientHeight + 1;
    for (const lines of place.id === "matter" ? ["3", "2", "1"] : ["3"]) {
      place.dataset.lines = lines;
      if (!isFull()) {
        break;
      }
    }
    while (items.length > 0 && isFull()) {
      const last = items.pop();
      (last.closest(".accounts")?.querySelectorAll("li") ?? [last]).forEach((item) => { item.hidden = true; });
    }
    place.querySelectorAll("section").forEach((one) => { one.hidden = !one.querySelector("li:not([hidden])"); });
  }
}

function hero(board) {
  const at = byId("hero");
  const next = board.next;
  if (!next) {
    at.replaceChildren(...face(board));
    return;
  }
  const count = make("p", "");
  count.id = "count";
  count.setAttribute("role", "timer");
  at.replaceChildren(
    make("p", "kicker", make("span", "", next.talks), make("span", "", ` · ${next.name}`), next.isMoved ? make("b", "", " · MOVED") : null, make("b", "unknown")),
    count,
    make("p", "due", make("b", "", next.label), next.consequence ? make("span", "", ` – ${next.consequence}`) : null),
    clocks(next.clocks));
}

const clocks = (cells) => {
  const row = list(cells, (cell) => [make("b", "", cell.time), make("span", "", cell.place), make("span", "date", cell.date, flag(cell.days))]);
  row.className = "clocks";
  return row;
};

/** What stands where a countdown would, when there is none. */
function face(board) {
  const [last, ...others] = board.outcomes;
  if (board.state === "noTalks") {
    return [make("p", "face", "No talks yet"), make("p", "due", make("b", "", "Nothing is followed yet."), make("span", "", " The first /talks open in chat puts it here."))];
  }
  if (last) {
    return [
      make("p", "kicker", make("span", "", last.talks)),
      make("p", "face", last.kind),
      make("p", "due", make("b", "", last.line), make("span", "", ` – recorded ${last.when}`)),
      make("ul", "ended", ...others.map((one) => make("li", "", make("b", "", one.kind), ` ${one.talks}`))),
    ];
  }
  return board.state === "allClosed"
    ? [make("p", "face", "All closed"), make("p", "due", make("b", "", "All talks are closed."), make("span", "", " Nothing is due."))]
    : [make("p", "face", "No deadline"), make("p", "due", make("b", "", "Talks are open."), make("span", "", " No deadline stands."))];
}

function matter(board, isDesk) {
  byId("matter").replaceChildren(...[
    ...board.accounts.map((group) => section("Accounts differ", group.sides.slice(0, 3), (one) => update(one, isDesk), "accounts")),
    board.accounts.length > 0 ? null : section("Sticking points", board.points, (point) => [
      make("p", "said", point.title, make("b", "until", point.state)),
      ...point.words.slice(0, 2).map((word) => make("p", "by", make("b", "side", word.side), ` ${word.text}`)),
    ], "points"),
  ].filter((one) => one));
}

/** So many stand beside each other and can still be read; a phone scrolls. */
const STRIP = 4;

function strip(board) {
  const shown = matchMedia("(max-width: 700px)").matches ? board.following : board.following.slice(0, STRIP);
  const more = board.more + board.following.length - shown.length;
  byId("strip").replaceChildren(...shown.map((one) => {
    const left = make("b", "left");
    left.deadline = one;
    return make("li", "", left, make("span", "", `${one.code} ${one.name} · ${one.label}`), make("span", "when", one.when));
  }), ...(more > 0 ? [make("li", "more", `and ${more} more`)] : []));
  const hidden = board.notices.length - 2;
  byId("marks").replaceChildren(...board.notices.slice(0, 2).map((one) => make("li", one.kind, one.mark)), ...(hidden > 0 ? [make("li", "more", `and ${hidden} more`)] : []));
}

function bot(health) {
  return [
    ...health.connections.map((one) => make("li", one.takes ? "well" : "amiss", one.takes ? `${one.name} ok` : `${one.name} OUT OF REACH`)),
    ...(health.waiting > 0 ? [make("li", "amiss", `${health.waiting} POSTS WAIT`)] : []),
    ...(health.works ? [] : [make("li", "amiss", "ALERTS STAND STILL")]),
  ];
}

/** How long until each of the others, and since when sessions go on; once a second is enough. */
export function drawSpans(at) {
  for (const left of document.querySelectorAll("#strip .left")) {
    const ahead = left.deadline.at - at;
    set(left, ahead > 0 ? span(ahead) : `PASSED ${span(-ahead)} ago`);
  }
  for (const until of document.querySelectorAll(".sessions .until")) {
    const one = until.session;
    const ahead = one.at - at;
    set(until, one.state === "underWay" ? `UNDER WAY ${span(-ahead)}` : one.state === "notReported" || ahead <= 0 ? "NOT REPORTED" : `in ${span(ahead)}`);
  }
}

/** Sets a text where it is another, so that nothing is drawn for nothing. */
export function set(element, text) {
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

/** The countdown itself: numbers and units, each in an element of its own. */
export function drawCount(shown) {
  const count = byId("count");
  const key = shown.map((part) => part.join(" ")).join(" ");
  if (count && count.dataset.shown !== key) {
    count.dataset.shown = key;
    count.replaceChildren(...shown.map(([number, unit]) => make("span", "part", make("b", "", String(number)), unit ? make("i", "", unit) : null)));
  }
}
