"use strict";
// The index is scripts, for disks. Its files: SearchFiles.
const unseen = /[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1ace\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]/g;
const unspaced = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+)/u;
const letters = {
	ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ς: "σ",
	"\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u0629": "\u0647", "\u06a9": "\u0643",
};

// Folding.fold.
const fold = (text) => text.toLowerCase().normalize("NFD").replace(unseen, "")
	.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15)
	.replace(/[^\0-\x7f]/g, (letter) => letters[letter] || letter).normalize("NFC");

// Folding.words.
function words(text) {
	const found = [];
	for (const word of fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) || []) {
		// Every second part is a run of unspaced letters.
		word.split(unspaced).forEach((run, part) => {
			const pairs = part % 2 ? [...run] : [run];
			found.push(...(pairs.length < 2 ? pairs : pairs.slice(1).map((sign, at) => pairs[at] + sign)));
		});
	}
	return found.filter(Boolean);
}

// Edits between words, at most limit + 1. `open`: the word's best beginning counts.
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
		if (name === "terms" && last > part + 1) last = part;
		while (part <= last) parts.add(part++);
	}
	return read(name, parts);
}

// What a typed word can mean, and its worth.
async function meanings(typed, open) {
	const long = typed.length > 4, start = long ? typed.slice(0, -1) : typed, found = [];
	const add = (entry, worth) => worth && found.push({ ...entry, worth });
	for (const entry of await starting("terms", start, typed, `${typed}*`)) {
		const { word } = entry;
		// Endings differ: plurals, cases.
		const isForm = long && word.startsWith(start) && word.length < typed.length + 3 && !word.endsWith("*");
		add(entry, word === typed ? 1 : open && word.startsWith(typed) ? 0.8 : isForm ? 0.5 : 0);
	}
	const limit = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
	if (limit && found.reduce((sum, { worth, count }) => sum + (worth > 0.5) * count, 0) < 3) {
		const near = {}, ends = [0, 1, 2].map((at) => typed.slice(at));
		// In `tails` the first letter stands last.
		const [words, tails] = await Promise.all([starting("words", typed[0]), starting("tails", ...ends, typed[0] + ends[2])]);
		const turned = tails.map(({ word, count }) => ({ word: word.at(-1) + word.slice(0, -1), count }));
		for (const { word, count } of words.concat(turned)) {
			const edits = word.length + limit >= typed.length && distance(typed, word, limit, open);
			if (edits && edits <= limit) near[word] = [(word[0] === typed[0] ? 0.4 : 0.3) / edits, count];
		}
		const best = Object.keys(near).sort((a, b) => near[b][0] - near[a][0] || near[b][1] - near[a][1]).slice(0, 5);
		const terms = await read("terms", best.map((word) => partOf(index.terms, word)));
		for (const entry of terms) add(entry, best.includes(entry.word) && near[entry.word][0]);
	}
	return found;
}

// A word's claims, and how rare it is.
async function matches(word, open) {
	const best = new Map();
	let most = 1;
	for (const { claims, count, worth } of await meanings(word, open)) {
		most = Math.max(most, count);
		decode(claims, true, (claim, impact) => best.set(claim, Math.max(best.get(claim) || 0, impact * worth)));
	}
	return { best, rarity: Math.log(1 + index.claims / Math.max(most, best.size)) };
}

// The claims that match, best first.
async function find(text, filters) {
	index = await load("manifest");
	const typed = words(text).slice(0, 12), open = /[\p{L}\p{M}\p{N}]$/u.test(text);
	const scores = new Float64Array(index.claims), covered = new Float64Array(index.claims), hits = new Set();
	let most = 0;
	for (const { best, rarity } of await Promise.all(typed.map((word, at) => matches(word, open && at === typed.length - 1)))) {
		best.forEach((worth, claim) => {
			hits.add(claim);
			scores[claim] += worth * rarity;
			most = Math.max(most, covered[claim] += rarity);
		});
	}
	let claims = [...(text.trim() ? hits : scores.keys())];
	// A claim with one common word of many is not meant.
	claims = claims.filter((claim) => covered[claim] >= 0.6 * most);
	for (const claim of hits) scores[claim] *= (covered[claim] / most) ** 4;
	for (const [name, id] of filters) {
		const allowed = new Set(), place = (await choices(name)).findIndex((one) => one.id === id);
		const starts = index.starts[name], part = partOf(starts, place);
		if (place >= 0) decode((await load(`${name}-${part}`)).split(" ")[place - starts[part]], false, (claim) => allowed.add(claim));
		claims = claims.filter((claim) => allowed.has(claim));
	}
	return { scores, typed, claims: claims.sort((a, b) => scores[b] - scores[a] || b - a) };
}

const choices = (name) => load(name, (all) => all.map(([label, count, id]) => ({ label, count, id: id || words(label).join("-") })));

// Five claims; those with the words as typed first.
async function details({ claims, scores, typed }, from) {
	const shown = await Promise.all(claims.slice(from, from + 5).map(async (claim) => {
		const fields = (await load(`claims-${Math.floor(claim / index.claimsPerFile)}`))[claim % index.claimsPerFile];
		const exact = words(`${fields[1]} ${fields[2]}`).join(" ").includes(typed.join(" "));
		return { fields, score: scores[claim] * (exact ? 1.5 : 1) };
	}));
	return shown.sort((a, b) => b.score - a.score).map(({ fields }) => fields);
}

function start(form) {
	const element = (name) => document.getElementById(name);
	const list = element("results"), status = element("search-status"), more = element("search-more"), pattern = element("search-result");
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

	function item([address, statement, title, claimants, ruling, tone, day, date], typed) {
		const copy = pattern.content.firstElementChild.cloneNode(true);
		const part = (name, ...content) => {
			const place = copy.querySelector(`[data-field=${name}]`);
			place.replaceChildren(...content);
			return place;
		};
		part("statement", ...marked(statement, typed)).href = root + address;
		part("title", ...marked(title, typed));
		part("claimants", claimants.join(" · "));
		part("ruling", ruling).classList.add(tone);
		part("published", date).dateTime = day;
		return copy;
	}

	// Ten claims, five at once.
	async function page(own, result, from) {
		for (let half = from; half < from + 10; half += 5) {
			const items = (await details(result, half)).map((fields) => item(fields, result.typed));
			if (own !== turn) return;
			if (!half) list.replaceChildren();
			list.append(...items);
			if (half && half === from) items[0].querySelector("a").focus();
			if (!half) say(result.asked && (items.length ? "found" : "none"), result.claims.length);
		}
		more.hidden = result.claims.length <= from + 10;
		more.onclick = () => page(own, result, from + 10);
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
		const { key, target } = event, links = [...list.querySelectorAll("a[data-field=statement]")], place = links.indexOf(target);
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

const assaySearch = { take: (name, value) => takes[name]?.(value), words, distance, decode };
const form = globalThis.document?.getElementById("search");
if (form) start(form);
