// The server writes times in UTC; a reader wants them in their own zone and, when recent, as distance from now.

const UNITS = [["minute", 60], ["hour", 3600], ["day", 86400]];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

function describeMoment(moment, now = new Date()) {
  const seconds = (now - moment) / 1000;
  if (seconds < 45) return "just now";
  if (seconds > 6 * 86400) return absolute.format(moment);
  const [unit, length] = UNITS.findLast(([, size]) => seconds >= size) ?? UNITS[0];
  return relative.format(-Math.max(1, Math.round(seconds / length)), unit);
}

export function timeElement(moment) {
  const element = document.createElement("time");
  element.dateTime = moment.toISOString();
  localise(element);
  return element;
}

function localise(element) {
  const moment = new Date(element.dateTime);
  element.textContent = describeMoment(moment);
  element.title = absolute.format(moment);
}

function localiseAll() {
  document.querySelectorAll("time[datetime]").forEach(localise);
}

localiseAll();
setInterval(() => document.hidden || localiseAll(), 30_000);
