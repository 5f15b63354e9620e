"use strict";
// The index is scripts, as a disk lets nothing be fetched. Its files: SearchFiles.
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
		for (let at = 1; at <= typed.length; at++) {
			line[at] = Math.min(above[at - 1] + (typed[at - 1] !== word[row - 1]), above[at] + 1, line[at - 1] + 1);
			if (typed[at - 1] === word[row - 2] && typed[at - 2] === word[row - 1]) line[at] = Math.min(line[at], before[at - 2] + 1);
		}
		if (open || row === word.length) best = Math.min(best, line[typed.length]);
		if (Math.min(...line) > limit) break;
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

const loads = {};
let root, index;

// A file of the index, loaded and read once.
function load(name, read = (value) => value) {
	if (!loads[name]) {
		const entry = loads[name] = {};
		entry.promise = new Promise((resolve, reject) => {
			entry.take = resolve;
			const onerror = () => {
				delete loads[name];
				reject();
			};
			const src = `${root}search/${name}.js${index ? `?v=${index.version}` : ""}`;
			document.head.append(Object.assign(document.createElement("script"), { src, onerror }));
		}).then(read);
	}
	return loads[name].promise;
}

// The last start that is not after a value.
const partOf = (starts, value) => Math.max(0, starts.findLastIndex((start) => start <= value));

// The claims of a word or a choice.
async function postings(name, place, hasImpact, visit) {
	const starts = index.starts[name], part = partOf(starts, place);
	decode((await load(`${name}-${part}`, (text) => text.split(" ")))[place - starts[part]], hasImpact, visit);
}

const wordsOf = (part) => load(`words-${part}`, (text) => {
	let word = "";
	return text.split(" ").map((entry, at) => {
		const [rest, count = "1"] = entry.split(":");
		word = word.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
		return { word, count: parseInt(count, 36), place: index.words[part][1] + at };
	});
});

async function wordsFrom(start) {
	const firsts = index.words.map(([word]) => word), parts = [];
	for (let part = partOf(firsts, start); part <= partOf(firsts, start + "\uffff"); part++) parts.push(wordsOf(part));
	return (await Promise.all(parts)).flat().filter(({ word }) => word.startsWith(start));
}

// What a typed word can mean, and its worth.
async function meanings(typed, open) {
	const long = typed.length > 4, found = [];
	for (const entry of await wordsFrom(long ? typed.slice(0, -1) : typed)) {
		const { word } = entry;
		// Endings differ: plurals, cases.
		const worth = word === typed ? 1 : open && word.startsWith(typed) ? 0.8 : long && word.length < typed.length + 3 ? 0.5 : 0;
		if (worth) found.push({ ...entry, worth });
	}
	const limit = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
	const misspelt = (entries) => entries.forEach((entry) => {
		const edits = distance(typed, entry.word, limit, open);
		if (edits <= limit) found.push({ ...entry, worth: (entry.word[0] === typed[0] ? 0.4 : 0.3) / edits });
	});
	const isRare = (least) => found.reduce((sum, { worth, count }) => sum + (worth > least) * count, 0) < 3;
	if (limit && isRare(0.5)) {
		misspelt(await wordsFrom(typed[0]));
		// A wrong first letter: all words are read.
		if (isRare(0.2)) misspelt(await wordsFrom(""));
	}
	found.sort((a, b) => b.worth - a.worth || b.count - a.count);
	const files = new Set(), seen = new Set();
	return found.filter((entry) => {
		const { place } = entry, file = partOf(index.starts["claims-of-words"], place);
		if (seen.has(place) || seen.size > 11 || (files.size > (open ? 1 : 2) && !files.has(file))) return false;
		files.add(file);
		return seen.add(place);
	});
}

// A typed word's claims, and how rare it is.
async function matches(word, open) {
	const found = await meanings(word, open), best = new Map();
	let count = 0;
	await Promise.all(found.map(({ place, worth, count: claims }) => {
		count += claims;
		return postings("claims-of-words", place, true, (claim, impact) => {
			best.set(claim, Math.max(best.get(claim) || 0, impact * worth));
		});
	}));
	return { best, rarity: Math.log(1 + index.claims / (count || 1)) };
}

// The claims that match, best first.
async function find(text, filters) {
	index = await load("manifest");
	const typed = words(text).slice(0, 12), open = /[\p{L}\p{M}\p{N}]$/u.test(text);
	// One letter begins too much.
	if (open && /^[a-z0-9]$/.test(typed.at(-1))) typed.pop();
	const scores = new Float64Array(index.claims), covered = new Float64Array(index.claims);
	const found = await Promise.all(typed.map((word, at) => matches(word, open && at === typed.length - 1)));
	for (const { best, rarity } of found) {
		best.forEach((worth, claim) => {
			scores[claim] += worth * rarity;
			covered[claim] += rarity;
		});
	}
	let claims = [...scores.keys()];
	if (text.trim()) {
		// A claim with one common word of many is not meant.
		const most = covered.reduce((a, b) => Math.max(a, b), 0);
		claims = claims.filter((claim) => most && covered[claim] >= 0.6 * most);
		for (const claim of claims) scores[claim] *= (covered[claim] / most) ** 4;
	}
	for (const [name, id] of filters) {
		const allowed = new Set(), place = (await choices(name)).findIndex((one) => one.id === id);
		if (place >= 0) await postings(name, place, false, (claim) => allowed.add(claim));
		claims = claims.filter((claim) => allowed.has(claim));
	}
	return { scores, typed, claims: claims.sort((a, b) => scores[b] - scores[a] || b - a) };
}

const choices = (name) => load(name, (all) => all.map(([label, count, id]) => ({ label, count, id: id || words(label).join("-") })));

// Ten claims; those with the words as typed first.
async function details({ claims, scores, typed }, from) {
	const shown = await Promise.all(claims.slice(from, from + 10).map(async (claim) => {
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
	let turn = 0, timer;
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

	async function page(own, result, from) {
		const items = (await details(result, from)).map((fields) => item(fields, result.typed));
		if (own !== turn) return;
		if (!from) list.replaceChildren();
		list.append(...items);
		more.hidden = result.claims.length <= from + 10;
		more.onclick = () => page(own, result, from + 10);
		if (from) items[0].querySelector("a").focus();
	}

	async function show() {
		const own = ++turn, text = field.value, chosen = filters.filter((one) => one.value).map((one) => [one.dataset.filter, one.value]);
		const asked = text.trim() || chosen.length > 0, query = new URLSearchParams(chosen);
		if (text) query.set("q", text);
		try {
			history.replaceState(null, "", asked ? `?${query}` : location.pathname);
		} catch { /* Forbidden on some disks. */ }
		try {
			const result = asked ? await find(text, chosen) : { claims: [] };
			await page(own, result, 0);
			if (own === turn) say(asked && (result.claims.length ? "found" : "none"), result.claims.length);
		} catch {
			if (own === turn) fail();
		}
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

	field.onfocus = () => load("manifest").catch(fail);
	field.oninput = () => {
		clearTimeout(timer);
		timer = setTimeout(show, 20);
	};
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

const assaySearch = { take: (name, value) => loads[name]?.take(value), fold, words, distance, decode };
const form = globalThis.document?.getElementById("search");
if (form) start(form);
