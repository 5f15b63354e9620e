"use strict";
// The index is scripts, for disks. Its files: SearchFiles.
const unseen = /[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1ace\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]/g;
const unspaced = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+)/u;
const letters = {
	ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ς: "σ",
	"\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u0629": "\u0647", "\u06a9": "\u0643",
};

// Folding.fold.
const fold = (text) => text.normalize("NFKD").toLowerCase().replace(unseen, "")
	.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15)
	.replace(/[^\0-\x7f]/g, (letter) => letters[letter] || letter).normalize("NFC");

// ArabicStem.
const joined = ["\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644", "\u0641\u0627\u0644", "\u0644\u0644", "\u0627\u0644", "\u0648", "\u0628", "\u0644"];
function arabic(word) {
	while (/^[\u0621-\u064a]/.test(word)) {
		const prefix = joined.find((one) => word.startsWith(one) && [...word].length >= one.length + 3);
		if (!prefix) break;
		word = word.slice(prefix.length);
	}
	return word;
}

// Folding.words.
function words(text) {
	const found = [];
	for (const word of fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) || []) {
		// Every second part is a run of unspaced letters.
		word.split(unspaced).forEach((run, part) => {
			const pairs = part % 2 ? [...run] : [arabic(run)];
			found.push(...(pairs.length < 2 ? pairs : pairs.slice(1).map((sign, at) => pairs[at] + sign)));
		});
	}
	return found.filter(Boolean);
}

// Edits between words, at most limit + 1; if open, to its best beginning.
function distance(typed, word, limit, open) {
	let above = [], before, best = limit + 1;
	for (let at = 0; at <= typed.length; at++) above.push(at);
	for (let row = 1; row <= word.length; row++) {
		const line = [row];
		let least = row;
		for (let at = 1; at <= typed.length; at++) {
			let edits = Math.min(above[at - 1] + (typed[at - 1] !== word[row - 1]), above[at] + 1, line[at - 1] + 1);
			if (typed[at - 1] === word[row - 2] && typed[at - 2] === word[row - 1]) edits = Math.min(edits, before[at - 2] + 1);
			line.push(edits);
			if (edits < least) least = edits;
		}
		if (open || row === word.length) best = Math.min(best, line[typed.length]);
		if (least > limit) break;
		before = above;
		above = line;
	}
	return best;
}

// PostingsText.
function decode(text, hasImpact, visit) {
	for (let at = 0, claim = -1; at < text.length;) {
		let digit = 28;
		claim++;
		for (let unit = 1; digit > 27; unit *= 28) {
			digit = text.charCodeAt(at++) - 35;
			claim += (digit % 28) * unit;
		}
		visit(claim, hasImpact && text.charCodeAt(at++) - 35);
	}
}

const loads = {}, takes = {};
let root, index;

// A file of the index, loaded and read once.
function load(name, read) {
	return loads[name] ||= new Promise((take, reject) => {
		takes[name] = take;
		const onerror = () => {
			delete loads[name];
			reject();
		};
		const src = `${root}search/${name}.js${index ? `?v=${index.version}` : ""}`;
		document.head.append(Object.assign(document.createElement("script"), { src, onerror }));
	}).then(read);
}

// The last start that is not after a value.
const partOf = (starts, value) => Math.max(0, starts.findLastIndex((start) => start <= value));

// Words of some parts. WordsText.
async function read(name, parts) {
	const loaded = await Promise.all(Array.from(new Set(parts), (part) => load(`${name}-${part}`, (text) => {
		let word = "";
		return text.split(" ").map((entry) => {
			const [head, claims] = entry.split("|"), [rest, count = "1"] = head.split(":");
			word = word.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
			return { word, claims, count: parseInt(count, 36) };
		});
	})));
	return loaded.flat();
}

// Words that start like some.
async function starting(name, ...words) {
	const parts = new Set();
	for (const word of words) {
		let part = partOf(index[name], word), last = partOf(index[name], `${word}\uffff`);
		// Of more, the start has an entry.
		if (name.endsWith("terms") && last > part + 1) last = part;
		while (part <= last) parts.add(part++);
	}
	return read(name, parts);
}

// An English word without its endings; never less than four letters.
const endings = ["s", "ies?|y|e", "ation|ment|ness|ance|ence|ing|ion|ed|er|or|ive|al|ly|ant|ent", "at|e"].map((one) => new RegExp(`(?<=^.{4,})(?:${one})$`));
const stem = (word) => endings.reduce((rest, ending) => rest.replace(ending, ""), word);

// The words that begin or end like a typed one, each with its worth.
async function forms(name, typed, open) {
	const isEnglish = /^en\b/.test(document.documentElement.lang), long = typed.length > 4;
	const start = !long ? typed : isEnglish ? stem(typed) : typed.slice(0, -1);
	return (await starting(name, start, typed, `${typed}*`)).map((entry) => {
		const { word } = entry;
		// Endings differ: plurals, cases.
		const isForm = long && word.startsWith(start) && !word.endsWith("*") && (isEnglish ? stem(word) === start : word.length < typed.length + 3);
		return { ...entry, worth: word === typed ? 1 : open && word.startsWith(typed) ? 0.8 : isForm ? 0.6 : 0 };
	}).filter(({ worth }) => worth);
}

// One word that others write as two: claims that have both.
async function halves(typed, words) {
	const heads = words.filter(({ word }) => word.length > 2 && word.length < typed.length - 2 && typed.startsWith(word)).slice(-3);
	const found = await Promise.all(heads.map(async ({ word }) => {
		const rest = typed.slice(word.length), entries = await read("terms", [word, rest].map((half) => partOf(index.terms, half)));
		const [one, other] = [word, rest].map((half) => new Map(entries.filter((entry) => entry.word === half).flatMap(({ claims }) => {
			const all = [];
			decode(claims, true, (...claim) => all.push(claim));
			return all;
		})));
		return [...one].filter(([claim]) => other.has(claim)).map(([claim, impact]) => [claim, Math.min(impact, other.get(claim))]);
	}));
	return found.flat();
}

// What a typed word can mean, and its worth. Those that are only like it are `near`.
async function meanings(typed, open) {
	const found = await forms("terms", typed, open);
	// Arabic words are without their article here, and short.
	const limit = typed.length < (/^[\u0621-\u064a]/.test(typed) ? 3 : 4) ? 0 : typed.length < 8 ? 1 : 2;
	if (limit && found.reduce((sum, { count }) => sum + count, 0) < 3) {
		const near = {}, ends = [0, 1, 2].map((at) => typed.slice(at));
		// In `tails` the first letter stands last.
		const [words, tails] = await Promise.all([starting("words", typed[0]), starting("tails", ...ends, typed[0] + ends[2])]);
		const turned = tails.map(({ word, count }) => ({ word: word.at(-1) + word.slice(0, -1), count }));
		const both = await halves(typed, words);
		if (both.length) found.push({ pairs: both, count: both.length, worth: 0.9 });
		for (const { word, count } of words.concat(turned)) {
			const edits = word.length + limit >= typed.length && distance(typed, word, limit, open);
			if (edits && edits <= limit) near[word] = [(word[0] === typed[0] ? 0.4 : 0.3) / edits, count];
		}
		const best = Object.keys(near).sort((a, b) => near[b][0] - near[a][0] || near[b][1] - near[a][1]).slice(0, 5);
		const known = new Set(found.map(({ word }) => word));
		const terms = await read("terms", best.map((word) => partOf(index.terms, word)));
		for (const entry of terms) {
			if (best.includes(entry.word) && !known.has(entry.word)) found.push({ ...entry, worth: near[entry.word][0], near: best[0] });
		}
	}
	return found;
}

// A word's claims, those that have it and not only one like it, and how rare it is.
function matches(found) {
	const best = new Map(), sure = new Set();
	let most = 1, like;
	for (const { claims, pairs, count, worth, near } of found) {
		most = Math.max(most, count);
		const take = (claim, impact) => {
			best.set(claim, Math.max(best.get(claim) || 0, impact * worth));
			if (!near) sure.add(claim);
		};
		if (pairs) pairs.forEach((pair) => take(...pair));
		else decode(claims, true, take);
		like ||= near;
	}
	return { best, sure, like: sure.size ? "" : like, rarity: Math.log(1 + index.claims / Math.max(most, best.size)) };
}

// What each typed word can mean; two in a row can be one word.
async function allMeanings(typed, open) {
	const last = typed.length - 1;
	const [words, pairs] = await Promise.all([
		// A single sign begins the words of a script without blanks.
		Promise.all(typed.map((word, at) => meanings(word, (open && at === last) || (word.length < 3 && /^\P{ASCII}/u.test(word) && unspaced.test(word))))),
		Promise.all(last > 3 ? [] : typed.slice(1).map((word, at) => forms("terms", typed[at] + word, open && at + 1 === last))),
	]);
	pairs.forEach((found, at) => {
		words[at] = words[at].concat(found);
		words[at + 1] = words[at + 1].concat(found);
	});
	return words.map(matches);
}

// The claims that match, best first.
async function find(text, filters) {
	index = await load("manifest");
	const typed = words(text).slice(0, 12), open = /[\p{L}\p{M}\p{N}]$/u.test(text);
	const scores = new Float64Array(index.claims), covered = new Float64Array(index.claims), hits = new Set(), sure = new Set();
	let most = 0;
	const found = await allMeanings(typed, open);
	for (const { best, rarity, sure: own } of found) {
		own.forEach((claim) => sure.add(claim));
		best.forEach((worth, claim) => {
			hits.add(claim);
			scores[claim] += worth * rarity;
			most = Math.max(most, covered[claim] += rarity);
		});
	}
	let claims = [...(text.trim() ? hits : scores.keys())];
	// One common word of many is not meant.
	claims = claims.filter((claim) => covered[claim] >= 0.6 * most);
	for (const claim of hits) scores[claim] *= (covered[claim] / most) ** 4;
	for (const [name, id] of filters) {
		const allowed = new Set(), place = (await choices(name)).findIndex((one) => one.id === id);
		const starts = index.starts[name], part = partOf(starts, place);
		if (place >= 0) decode((await load(`${name}-${part}`)).split(" ")[place - starts[part]], false, (claim) => allowed.add(claim));
		claims = claims.filter((claim) => allowed.has(claim));
	}
	claims.sort((a, b) => hits.size && sure.has(b) - sure.has(a) || scores[b] - scores[a] || b - a);
	const like = found.some((one) => one.like) && typed.map((word, at) => found[at].like || word).join(" ");
	return { scores, typed, claims, like, isSure: (claim) => !hits.size || sure.has(claim) };
}

// People, sources and articles whose names have all the words.
async function named(text) {
	const typed = words(text).slice(0, 12), open = /[\p{L}\p{M}\p{N}]$/u.test(text);
	if (!index.names || !typed.length) return [];
	const found = await Promise.all(typed.map(async (word, at) => matches(await forms("name-terms", word, open && at === typed.length - 1)).best));
	const scores = [...found[0].keys()].map((name) => [name, found.reduce((sum, best) => sum * (best.get(name) || 0), 1)]).filter(([, score]) => score);
	const best = scores.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 6);
	return Promise.all(best.map(async ([name]) => (await load(`names-${Math.floor(name / index.namesPerFile)}`))[name % index.namesPerFile]));
}

const choices = (name) => load(name, (all) => all.map(([label, count, id]) => ({ label, count, id: id || words(label).join("-") })));

// Five claims; those with the words as typed first.
async function details({ claims, scores, typed, isSure }, from) {
	const shown = await Promise.all(claims.slice(from, from + 5).map(async (claim) => {
		const fields = (await load(`claims-${Math.floor(claim / index.claimsPerFile)}`))[claim % index.claimsPerFile];
		const exact = words(`${fields[1]} ${fields[2]}`).join(" ").includes(typed.join(" "));
		return { fields, isSure: isSure(claim), score: scores[claim] * (exact ? 1.5 : 1) };
	}));
	return shown.sort((a, b) => b.isSure - a.isSure || b.score - a.score);
}

function start(form) {
	const element = (name) => document.getElementById(name);
	const list = element("results"), status = element("search-status"), more = element("search-more"), pattern = element("search-result");
	const none = element("search-none"), suggestion = element("search-suggestion"), names = element("search-names");
	const field = form.querySelector("input[type=search]"), filters = [...form.querySelectorAll("select[data-filter]")];
	const number = (count) => `${count}`.replace(/\d/g, (digit) => form.dataset.digits[digit]);
	const say = (name, count = 0) => { status.textContent = name ? status.dataset[name].replace("{count}", number(count)) : ""; };
	const fail = () => say("failed");
	let turn = 0;
	root = form.dataset.root;

	const marked = (text, typed) => text.split(/([^\p{L}\p{M}\p{N}]+)/u).map((piece) => {
		if (!words(piece).some((word) => typed.some((one) => word.startsWith(one)))) return piece;
		return Object.assign(document.createElement("mark"), { textContent: piece });
	});

	// As other pages show it.
	const badge = (ruling) => [...element("search-badges").content.children].find((one) => one.textContent === ruling)?.cloneNode(true);

	function item({ fields, isSure }, typed) {
		const [address, statement, title, claimants, ruling, , day, date] = fields;
		const copy = pattern.content.firstElementChild.cloneNode(true);
		const part = (name, ...content) => {
			const place = copy.querySelector(`[data-field=${name}]`);
			place.replaceChildren(...content);
			return place;
		};
		part("title", ...marked(title, typed)).href = root + address;
		part("statement", ...marked(statement, typed));
		part("claimants", claimants.join(" · "));
		part("ruling", badge(ruling) || ruling);
		part("published", date).dateTime = day;
		if (isSure) copy.querySelector("[data-field=similar]").remove();
		return copy;
	}

	// Ten claims, five at once.
	async function page(own, result, from) {
		for (let half = from; half < from + 10; half += 5) {
			const items = (await details(result, half)).map((one) => item(one, result.typed));
			if (own !== turn) return;
			if (!half) list.replaceChildren();
			list.append(...items);
			if (half && half === from) items[0].querySelector("a").focus();
			if (!half) say(result.asked && (items.length ? (result.isSure(result.claims[0]) ? "found" : "similar") : "none"), result.claims.length);
		}
		none.hidden = !result.asked || (result.claims.length > 0 && result.isSure(result.claims[0]));
		suggest(result.like);
		more.hidden = result.claims.length <= from + 10;
		more.onclick = () => page(own, result, from + 10);
	}

	// "Did you mean ...?"
	function suggest(like) {
		const [before, after] = suggestion.dataset.words.split("{words}"), button = document.createElement("button");
		suggestion.hidden = !like;
		button.type = "button";
		button.textContent = like;
		button.onclick = () => {
			field.value = like;
			show();
			field.focus();
		};
		suggestion.replaceChildren(...(like ? [before, button, after] : []));
	}

	// When nobody types any more.
	async function showNames(own, text) {
		await new Promise((take) => setTimeout(take, 300));
		const found = own === turn ? await named(text) : [];
		if (own !== turn) return;
		names.replaceChildren(...found.map(([address, name, kind]) => {
			const entry = document.createElement("li");
			entry.append(Object.assign(document.createElement("a"), { href: root + address, textContent: name }), ` (${names.dataset[kind]})`);
			return entry;
		}));
		names.parentElement.hidden = !found.length;
	}

	async function show() {
		const own = ++turn, text = field.value, chosen = filters.filter((one) => one.value).map((one) => [one.dataset.filter, one.value]);
		const asked = text.trim() || chosen.length > 0, query = new URLSearchParams(chosen);
		try {
			const result = asked ? await find(text, chosen) : { claims: [] };
			if (own === turn) await page(own, { ...result, asked }, 0);
		} catch {
			if (own === turn) fail();
		}
		if (own !== turn) return;
		showNames(own, text).catch(() => {});
		if (text) query.set("q", text);
		try {
			history.replaceState(null, "", asked ? `?${query}` : location.pathname);
		} catch { /* Forbidden on some disks. */ }
	}

	// Loaded when a reader turns to a filter.
	async function fill(filter) {
		if (filter.filled) return;
		filter.filled = true;
		index = await load("manifest");
		const all = [...await choices(filter.dataset.filter)];
		if (all.length > 20) all.sort((a, b) => a.label.localeCompare(b.label, document.documentElement.lang));
		filter.append(...all.map(({ id, label, count }) => new Option(`${label} (${number(count)})`, id)));
	}

	load("manifest").catch(fail);
	field.oninput = show;
	form.onsubmit = (event) => {
		event.preventDefault();
		show().then(() => list.querySelector("a")?.focus());
	};
	for (const filter of filters) {
		filter.onchange = show;
		filter.onfocus = filter.onpointerenter = () => fill(filter).catch(fail);
	}
	document.addEventListener("keydown", (event) => {
		const { key, target } = event, links = [...list.querySelectorAll("a[data-field]")], place = links.indexOf(target);
		let next;
		if (key === "/" && !target.closest("input, select, textarea")) next = field;
		else if (key === "ArrowDown" && (target === field || place >= 0)) next = links[place + 1];
		else if (place >= 0 && (key === "Escape" || key === "ArrowUp")) next = (key === "ArrowUp" && links[place - 1]) || field;
		if (!next) return;
		event.preventDefault();
		next.focus();
	});

	const asked = new URLSearchParams(location.search);
	field.value ||= asked.get("q") || "";
	Promise.all(filters.filter((one) => asked.get(one.dataset.filter)).map(async (one) => {
		await fill(one);
		one.value = asked.get(one.dataset.filter);
	})).then(show, fail);
}

const assaySearch = { take: (name, value) => takes[name]?.(value), words, distance, decode, stem };
const form = globalThis.document?.getElementById("search");
if (form) start(form);
