// The wall never lies: it says what it was told, when it was told that, and that it hears nothing when it does not.

import * as clock from "./clock.js";
import { draw, drawCount, drawSpans, fit, set } from "./draw.js";

const LATE = 5000;
const STALE = 10000;
const GONE = 600000;
const PATIENCE = 3000;
const MINUTE = 60000;
const HOUR = 60 * MINUTE;
const TAKEOVER = 30000;
const RUNGS = [24 * HOUR, 12 * HOUR, 6 * HOUR, 3 * HOUR, HOUR, 30 * MINUTE, 15 * MINUTE, 5 * MINUTE];

const byId = (id) => document.getElementById(id);
const root = location.pathname.replace(/\/$/, "");
const assets = document.documentElement.dataset.assets;

let view = JSON.parse(byId("frame").textContent);
let isFresh = true;
let lastBeat = null;
let stream = null;
let tried = 0;
let isGone = false;
let left = null;
let said = "";
let taken = "";

theme();
if (window.EventSource) {
  live();
} else {
  setInterval(() => reloadWhere("here", "gone"), STALE);
}

/** What is said is shown as it is said, until the page is closed. */
function live() {
  build();
  draw(view);
  connect();
  tick();
  setInterval(() => synchronise(), 10 * MINUTE);
  document.addEventListener("visibilitychange", () => tickOnce());
  addEventListener("resize", () => {
    draw(view);
    isFresh = true;
    tickOnce();
  });
}

/** Where the address leaves the look to the browser. */
function theme() {
  const look = document.documentElement.dataset;
  if (look.theme === "auto") {
    look.theme = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  }
}

/** What a page without scripts has no need of. What it came with goes: words that are killed must not stay in the page. */
function build() {
  byId("frame").remove();
  byId("status").replaceChildren(Object.assign(document.createElement("b"), { id: "state" }), Object.assign(document.createElement("span"), { id: "word" }));
  const time = Object.assign(document.createElement("p"), { id: "now" });
  document.querySelector("header").append(time);
  const footer = document.querySelector("footer");
  const named = (name, id) => Object.assign(document.createElement(name), { id });
  const takeover = named("p", "takeover");
  takeover.hidden = true;
  footer.replaceChildren(named("ul", "strip"), takeover, named("ul", "marks"), named("ul", "health"));
}

/** Opens the stream, and closes what was open. An EventSource that was answered by an error gives up for ever, so it is opened anew. */
function connect() {
  stream?.close();
  tried = performance.now();
  stream = new EventSource(`${root}/stream`);
  stream.addEventListener("wall", (told) => {
    view = JSON.parse(told.data);
    document.body.removeAttribute("data-taken");
    draw(view);
    isFresh = true;
    tickOnce();
  });
  stream.addEventListener("beat", (told) => heard(JSON.parse(told.data)));
  stream.addEventListener("gone", takenAway);
}

/** Whoever may not see it any more sees none of it. */
function takenAway() {
  isGone = true;
  const { home } = view.board;
  view = { board: { title: "TalksBot", home, state: "gone", outcomes: [], sessions: [], updates: [], accounts: [], points: [], following: [], more: 0, notices: [] }, health: { connections: [], waiting: 0, works: true } };
  document.body.dataset.taken = "";
  draw(view);
  tickOnce();
}

function heard(beat) {
  const wasSilent = lastBeat === null || performance.now() - lastBeat > LATE;
  lastBeat = performance.now();
  isGone = false;
  if (clock.beat(beat) || wasSilent) {
    synchronise();
  }
  if (beat.assets !== assets) {
    reload();
  }
  if (wasSilent) {
    tickOnce();
  }
}

async function synchronise() {
  try {
    const refusal = await clock.listen(`${root}/time`);
    if (refusal?.headers.get("X-TalksBot-Wall") === "gone") {
      takenAway();
    }
  } catch {
    // Nobody answers; the beats say so.
  }
}

/** Each screen waits as long as chance says, so that fifty do not come back in the same moment. */
function reopen() {
  const silent = performance.now() - Math.max(lastBeat ?? 0, tried);
  if (silent > PATIENCE + Math.random() * 1000) {
    connect();
    synchronise();
  }
}

/** There is a newer page. It is taken only once it was seen to be there, and not again and again where nodes differ. */
async function reload() {
  const before = Number(sessionStorage.getItem("reloaded") ?? 0);
  if (Date.now() - before < MINUTE) {
    return;
  }
  sessionStorage.setItem("reloaded", String(Date.now()));
  await new Promise((resolve) => { setTimeout(resolve, Math.random() * 2000); });
  if (!await reloadWhere("here")) {
    sessionStorage.removeItem("reloaded");
  }
}

/** Loads the page anew where the bot itself says one of these of the wall, and never into a dead server. False where nobody answers. */
async function reloadWhere(...standings) {
  try {
    const page = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(3000) });
    if (standings.includes(page.headers.get("X-TalksBot-Wall"))) {
      location.reload();
    }
    return true;
  } catch {
    return false;
  }
}

/** With every second of the server's clock, so that all screens change in the same moment. */
function tick() {
  tickOnce();
  const at = clock.now() ?? Date.now();
  setTimeout(tick, 1000 - (at % 1000) + 2);
}

function tickOnce() {
  reopen();
  const at = clock.now();
  const state = stateNow();
  document.body.dataset.state = state;
  showState(state, at);
  if (at === null) {
    return;
  }
  const home = view.board.home;
  set(byId("now"), `${clock.clockTime(at, home.zone, true)} ${home.name} · ${clock.clockDate(at, home.zone)}`);
  count(at);
  drawSpans(at);
  if (isFresh) {
    isFresh = false;
    fit();
  }
  takeOver(at);
  drift();
}

function stateNow() {
  if (isGone) {
    return "gone";
  }
  const silent = lastBeat === null ? performance.now() : performance.now() - lastBeat;
  if (lastBeat === null && silent < STALE) {
    return "opening";
  }
  return silent < LATE ? "live" : silent < STALE ? "late" : silent < GONE ? "stale" : "gone";
}

function showState(state, at) {
  const heardAt = at === null || lastBeat === null ? null : at - (performance.now() - lastBeat);
  const asOf = heardAt === null ? "nothing was heard yet" : `as of ${clock.clockTime(heardAt, view.board.home.zone)} ${view.board.home.name}`;
  const wrong = clock.screenIsAhead();
  const words = {
    opening: "connecting",
    live: Math.abs(wrong) > 5000 ? `this screen's own clock is ${clock.span(Math.round(Math.abs(wrong) / 1000) * 1000)} ${wrong > 0 ? "fast" : "slow"}; the server's counts` : "",
    late: asOf,
    stale: `${asOf} – no word from TalksBot since; countdowns go on`,
    gone: lastBeat !== null && performance.now() - lastBeat > GONE ? `${asOf} – no word from TalksBot since` : "this wall was taken away; ask the desk for another address",
  };
  set(byId("state"), state === "opening" ? "…" : state.toUpperCase());
  set(byId("word"), words[state]);
  if (state !== said && (state === "stale" || state === "gone" || said === "stale" || said === "gone")) {
    set(byId("assertive"), state === "live" ? "Live again." : `${state}: ${words[state]}`);
  }
  if (state !== said) {
    fit();
  }
  said = state;
}

function count(at) {
  const next = view.board.next;
  document.body.dataset.pressure = !next ? "none" : next.at - at <= 0 ? "passed" : next.at - at < HOUR ? "red" : next.at - at < 6 * HOUR ? "amber" : "calm";
  if (!next) {
    left = null;
    return;
  }
  const ahead = next.at - at;
  drawCount(ahead > 0 ? clock.parts(ahead) : [["PASSED", ""]]);
  set(document.querySelector(".unknown"), ahead > 0 ? "" : ` · ${clock.parts(-ahead).map(([number, unit]) => `${Number(number)} ${unit}`).join(" ")} ago · OUTCOME NOT YET KNOWN`);
  announce(next, ahead);
}

/** A ticking clock is silent; only what it passes is said. */
function announce(next, ahead) {
  const before = left !== null && left.key === next.key ? left.ahead : null;
  left = { key: next.key, ahead };
  if (before === null) {
    return;
  }
  if (before > 0 && ahead <= 0) {
    set(byId("assertive"), `PASSED: ${next.label}. The outcome is not yet known.`);
    return;
  }
  const rung = RUNGS.find((one) => before > one && ahead <= one);
  if (rung) {
    set(byId("polite"), `${clock.span(rung)} to ${next.label}`);
  }
}

/** What was withdrawn goes before what was put right, and neither hides the other. */
function takeOver(at) {
  const news = view.board.notices.filter((one) => at - one.at < TAKEOVER && at >= one.at - 1000).sort((one, other) => (other.kind === "kill") - (one.kind === "kill"));
  const place = byId("takeover");
  place.hidden = news.length === 0;
  document.body.toggleAttribute("data-takeover", news.length > 0);
  const keys = news.map((one) => one.key).join(" ");
  if (keys === taken || news.length === 0) {
    taken = keys;
    return;
  }
  taken = keys;
  const lines = news.map((one) => `${one.kind.toUpperCase()}: ${one.text}`);
  place.className = lines.length > 1 ? "several" : "";
  place.replaceChildren(...lines.slice(0, 2).map((line) => Object.assign(document.createElement("span"), { textContent: line })));
  set(byId("polite"), lines.join(" "));
}

/** A few pixels each minute, so that nothing burns in. */
function drift() {
  const minute = Math.floor(performance.now() / MINUTE);
  const [x, y] = [[0, 0], [2, 0], [4, 2], [4, 4], [2, 4], [0, 4], [-2, 2], [-2, 0]][minute % 8];
  byId("wall").style.translate = `${x}px ${y}px`;
}
