"use strict";
// Whatever comes from an article is put on the page as text (textContent), never as markup.
const $ = (wanted) => document.querySelector(wanted);
const kaoju = window.kaoju ?? {};
const SHOWN = 200;

function made(tag, text, more = {}) {
  const one = document.createElement(tag);
  one.textContent = text;
  for (const [name, value] of Object.entries(more)) one.setAttribute(name, value);
  return one;
}

// As the index: Simplified, half width, lower case.
const simple = new Map();
if (kaoju.script) {
  const simplified = [...kaoju.script.simplified];
  [...kaoju.script.traditional].forEach((one, k) => simple.set(one, simplified[k]));
}
const folded = (text) => [...text.normalize("NFKC")].map((one) => simple.get(one) ?? one).join("").toLowerCase();

// Only pages of this site: the links in the data are made by the writer, and are checked all the same.
const isOwn = (link) => /^(documents|entities|claims)\/[a-z0-9_-]+\.html(#[a-z0-9_-]+)?$/.test(link);

function linked(words, link, more) {
  return isOwn(link) ? made("a", words, { href: link, ...more }) : made("span", words, more);
}

function search() {
  const query = $("#query"), found = $("#found"), count = $("#count");
  const index = Object.entries(kaoju.search).flatMap(([kind, rows]) => rows.map(([name, about, link]) =>
    [`${name}\n${about}`.normalize("NFKC").toLowerCase(), kind, name, about, link]));
  // The link of a claim of one document begins with the document's number.
  const whole = (link) => link.replace(/^\d+(?=#)/, (number) => kaoju.search.document[number][2]);
  const look = () => {
    const words = folded(query.value).split(/\s+/).filter(Boolean);
    const rows = words.length ? index.filter(([text]) => words.every((one) => text.includes(one))) : [];
    // A name that is just what was asked for comes first, then names and titles that begin with it.
    const all = words.join(" ");
    const rank = ([text]) => (text.startsWith(all + "\n") ? 0 : text.startsWith(all) ? 1 : 2);
    const best = rows.map((one, k) => [rank(one), k, one]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    found.replaceChildren(...best.slice(0, SHOWN).map(([, , [, kind, name, about, link]]) => {
      const item = made("li", "");
      item.append(made("i", kind, { class: "tag" }), " ", linked(name, whole(link), { lang: "zh-Hans" }), " ", made("span", about, { class: "fine" }));
      return item;
    }));
    const more = rows.length > SHOWN ? `, the first ${SHOWN} shown` : "";
    count.textContent = words.length ? `${rows.length} found${more}` : "";
  };
  query.value = new URLSearchParams(location.search).get("q") ?? "";
  query.addEventListener("input", look);
  query.focus();
  look();
}

function timeline() {
  const form = $("#filters"), list = $("#events"), count = $("#count");
  const [DATE, TYPE, WHO, SOURCE, CERTAINTY, MANNER, WORDS, LINK] = [0, 1, 2, 3, 4, 5, 6, 7];
  const index = kaoju.timeline.map((row) => [folded(row[WHO]), row]);
  for (const [name, column] of [["type", TYPE], ["source", SOURCE], ["certainty", CERTAINTY], ["manner", MANNER]]) {
    const values = [...new Set(kaoju.timeline.map((row) => row[column]))].sort();
    form.elements[name].append(...values.map((one) => made("option", one.replaceAll("_", " "), { value: one })));
  }
  const show = () => {
    const of = (name) => form.elements[name].value.trim();
    const [who, type, source, certainty, manner, from, to] =
      [folded(of("who")), of("type"), of("source"), of("certainty"), of("manner"), of("from"), of("to")];
    const rows = index.filter(([names, row]) =>
      names.includes(who) && (!type || row[TYPE] === type) && (!source || row[SOURCE] === source) &&
      (!certainty || row[CERTAINTY] === certainty) && (!manner || row[MANNER] === manner) &&
      (!from || row[DATE] >= from) && (!to || row[DATE].slice(0, to.length) <= to));
    list.replaceChildren(...rows.slice(0, SHOWN).map(([, row]) => {
      const item = made("li", "");
      item.append(made("span", row[DATE], { class: "when" }), " ", made("b", row[TYPE].replaceAll("_", " ")), " ",
        made("span", row[WHO], { lang: "zh-Hans" }), " ", linked(`「${row[WORDS]}」`, row[LINK], { class: "words", lang: "zh" }), " ",
        made("span", [row[SOURCE], row[CERTAINTY], row[MANNER]].join(" · "), { class: "fine" }));
      return item;
    }));
    const more = rows.length > SHOWN ? `, the first ${SHOWN} shown` : "";
    count.textContent = `${rows.length} of ${index.length} dated events${more}`;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

function reader() {
  const article = $("article.document"), text = $(".text"), about = article.dataset;
  const light = () => {
    document.querySelectorAll(".hit").forEach((one) => one.classList.remove("hit"));
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    const number = at.matches(".text .n") && at.textContent;
    if (number) text.querySelectorAll("mark").forEach((one) => one.classList.toggle("hit", one.dataset.f.split(" ").includes(number)));
    at.classList.add("hit");
    at.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", light);
  light();
  text.addEventListener("click", (event) => {
    const edit = event.target.closest("del, ins");
    const mark = event.target.closest("mark");
    $(".rule").textContent = edit ? `edit: ${edit.title || edit.previousSibling.title}` : "";
    if (mark && !edit && !event.target.closest("a")) location.hash = [...text.querySelectorAll(".n")].find((one) => one.textContent === mark.dataset.f.split(" ")[0]).getAttribute("href");
  });
  for (const fact of document.querySelectorAll(".fact")) {
    const words = fact.querySelector("blockquote");
    if (!words) continue;
    const button = made("button", "Cite", { type: "button" });
    button.addEventListener("click", () => {
      const cited = fact.querySelector(".cite") ?? fact.appendChild(made("p", "", { class: "cite", lang: "zh", tabindex: "0" }));
      const link = location.href.split("#")[0] + "#" + fact.id;
      cited.textContent = `“${words.textContent}” ${about.publisher || "unknown publisher"}: ${about.title || "untitled"}, ` +
        `${about.date || "undated"}. ${about.uri}, characters ${words.dataset.span} of the decoded text, ` +
        `sha256 ${about.sha}, fact ${fact.id}. ${link}`;
      navigator.clipboard?.writeText(cited.textContent).then(() => { button.textContent = "Copied"; }, () => getSelection().selectAllChildren(cited));
    });
    fact.querySelector(".fine").append(" ", made("a", "link", { href: `#${fact.id}`, lang: "en" }), " ", button);
  }
}

if (kaoju.search && $("#query")) search();
if (kaoju.timeline && $("#events")) timeline();
if ($("article.document")) reader();
