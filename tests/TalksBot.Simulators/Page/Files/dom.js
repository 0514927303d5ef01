// Everything on the page is made of nodes and text, never of markup in strings: what a message says cannot become part of the page.

/** A new element; properties that are functions listen to the event of their name. */
export function el(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }

    if (typeof value === "function") {
      made.addEventListener(key, value);
    } else if (key === "class") {
      made.className = value;
    } else if (key === "colour") {
      made.style.setProperty("--colour", value);
    } else {
      made.setAttribute(key, value === true ? "" : value);
    }
  }

  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/** Where an address of a message leads on this page: Discord's own, and Slack's permalinks of this workspace. */
function place(url) {
  const [, root, path] = /^(https?:\/\/[^/]+)(\/.*)$/.exec(url) ?? [];
  if (root !== location.origin && root !== "https://discord.com") {
    return null;
  }

  const discord = /^\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?$/.exec(path);
  const slack = /^\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})/.exec(path);
  return discord ? { channel: discord[1], message: discord[2] } : slack ? { channel: slack[1], message: `${slack[2]}.${slack[3]}` } : null;
}

/** A link that opens elsewhere, or leads to a message of this page; only web and mail addresses become one. */
export function link(url, ...children) {
  const here = place(url);
  if (here) {
    return el("button", { type: "button", class: "jump", click: () => document.dispatchEvent(new CustomEvent("jump", { detail: here })) }, ...(children.length ? children : [url]));
  }

  const safe = /^(https?:|mailto:)/i.test(url);
  return safe ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...(children.length ? children : [url])) : el("span", {}, ...(children.length ? children : [url]));
}

const styles = {
  t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" }, S: { dateStyle: "short", timeStyle: "medium" },
};

/** An instant as this reader's clock shows it; R tells how far away it is. */
export function instant(seconds, style) {
  const when = new Date(seconds * 1000);
  if (Number.isNaN(when.getTime())) {
    return el("span", {}, String(seconds));
  }

  const words = style === "R" ? relative(seconds - Date.now() / 1000) : new Intl.DateTimeFormat("en-GB", styles[style] ?? styles.f).format(when);
  return el("time", { datetime: when.toISOString(), "data-away": style === "R" ? seconds : null, title: new Intl.DateTimeFormat("en-GB", styles.F).format(when) }, words);
}

/** Lets "in 5 minutes" go on being true. */
export function tick() {
  document.querySelectorAll("time[data-away]").forEach(one => { one.textContent = relative(Number(one.dataset.away) - Date.now() / 1000); });
}

function relative(seconds) {
  const units = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat("en", { numeric: "always" }).format(Math.trunc(seconds / size), unit);
}

/** When a message was sent: the hour today, the day as well before. */
export function stamp(milliseconds) {
  const when = new Date(milliseconds);
  const today = when.toDateString() === new Date().toDateString();
  return el("time", { datetime: when.toISOString(), class: "stamp" }, new Intl.DateTimeFormat("en-GB", today ? styles.t : styles.s).format(when));
}

const hues = [210, 160, 30, 280, 340, 190, 50, 250];

/** A round picture with the first letter of a name. */
export function avatar(name, isBot) {
  let sum = 0;
  for (const letter of name) {
    sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  }

  return el("span", { class: isBot ? "avatar bot" : "avatar", colour: `hsl(${hues[sum % hues.length]} 55% 45%)`, "aria-hidden": "true" }, isBot ? "⏱" : name.slice(0, 1).toUpperCase());
}

/** What apps offer in the menu of a message; nothing where they offer nothing. */
export function menu(json, world) {
  return world.menu.length === 0 ? null : el("details", { class: "tools" }, el("summary", { title: "More actions" }, "⋯"),
    world.menu.map(name => el("button", { type: "button", class: "button secondary", click: event => {
      event.currentTarget.closest("details").open = false;
      world.pick(event.currentTarget, json, name);
    } }, name)));
}
