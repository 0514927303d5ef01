// The server's clock on this page. A screen's own clock may be wrong, so only the time that passes on it is used (performance.now()).

let base = null;
let rate = 1;

/** Milliseconds since 1970 by the server; null before it was heard. */
export const now = () => base === null ? null : base.server + (performance.now() - base.here) * rate;

/** How far this screen's own clock is ahead, in milliseconds; zero where the desk's clock is not the real one. */
export const screenIsAhead = () => base === null || rate !== 1 ? 0 : Date.now() - now();

/** Asks five times on one connection; the shortest trip tells most. */
export async function listen(path) {
  let best = null;
  for (let i = 0; i < 5; i++) {
    const began = performance.now();
    const answer = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(3000) });
    if (!answer.ok) {
      return answer;
    }
    const told = await answer.json();
    const ended = performance.now();
    if (best === null || ended - began < best.trip) {
      best = { trip: ended - began, server: told.t, here: (began + ended) / 2, rate: told.rate };
    }
  }
  rate = best.rate;
  base = { server: best.server, here: best.here };
  return null;
}

/** A beat says when it left: what it tells can only be earlier than now. True where the clock needs to be listened for again. */
export function beat(told) {
  rate = told.rate;
  if (base === null || rate !== 1) {
    base = { server: told.t, here: performance.now() };
    return false;
  }
  const late = now() - told.t;
  if (late < -100 || late > 2000) {
    base = { server: told.t, here: performance.now() };
    return true;
  }
  return false;
}

const pad = (number) => String(number).padStart(2, "0");

/** A length of time in parts of a number and its unit: seconds only under ten minutes. */
export function parts(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [d, h, m, s] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  if (d > 0) {
    return [[d, "d"], [h, "h"]];
  }
  if (h > 0) {
    return [[h, "h"], [pad(m), "min"]];
  }
  return m >= 10 ? [[m, "min"]] : m > 0 ? [[m, "min"], [pad(s), "s"]] : [[s, "s"]];
}

/** The same as words; no seconds. */
export function span(milliseconds) {
  const shown = parts(milliseconds).filter(([number, unit]) => unit !== "s" && Number(number) > 0);
  return shown.length === 0 ? "less than a minute" : shown.map(([number, unit]) => `${Number(number)} ${unit}`).join(" ");
}

// To make a formatter takes longer than to draw a second; a wall needs a handful of them.
const formatters = new Map();

function formatter(zone, options) {
  const key = `${zone} ${JSON.stringify(options)}`;
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }));
  }
  return formatters.get(key);
}

/** 14:03:07 on a zone's clock. */
export function clockTime(milliseconds, zone, withSeconds = true) {
  return formatter(zone, { hour: "2-digit", minute: "2-digit", second: withSeconds ? "2-digit" : undefined, hourCycle: "h23" }).format(milliseconds);
}

/** Wed 28 Jun on a zone's clock. */
export function clockDate(milliseconds, zone) {
  return formatter(zone, { weekday: "short", day: "numeric", month: "short" }).format(milliseconds).replace(",", "");
}
