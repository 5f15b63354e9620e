"use strict";
// Shows a citation's evidence on hover, focus or tap.
(() => {
	const box = document.createElement("div");
	box.id = box.className = "preview";
	box.setAttribute("role", "tooltip");
	box.hidden = true;
	document.body.append(box);
	let shown, timer;

	const on = (name, act) => document.addEventListener(name, act);
	const citation = (event) => event.target.closest?.(".citations [id]");

	function hide() {
		clearTimeout(timer);
		box.hidden = true;
		shown?.removeAttribute("aria-describedby");
		shown = null;
	}

	function show(link) {
		clearTimeout(timer);
		const evidence = document.getElementById(decodeURIComponent(link.hash.slice(1)));
		if (link === shown || !evidence) return;
		hide();
		const copy = evidence.cloneNode(true);
		const each = (selector, act) => copy.querySelectorAll(selector).forEach(act);
		each(".backlink", (part) => part.remove());
		each("[id]", (part) => part.removeAttribute("id"));
		// A tip holds nothing to click.
		each("a", (part) => part.replaceWith(...part.childNodes));
		box.replaceChildren(...copy.childNodes);
		box.hidden = false;
		link.setAttribute("aria-describedby", box.id);
		shown = link;
		move();
	}

	function move() {
		if (!shown) return;
		const place = shown.getBoundingClientRect(), room = document.documentElement.clientWidth - box.offsetWidth - 8;
		const below = place.bottom + box.offsetHeight + 8 < innerHeight || place.top < box.offsetHeight + 8;
		box.style.left = `${Math.max(8, Math.min(place.left, room))}px`;
		box.style.top = `${below ? place.bottom + 4 : place.top - box.offsetHeight - 4}px`;
	}

	const isTouch = (event) => event.pointerType === "touch";
	on("pointerover", (event) => {
		if (isTouch(event)) return;
		if (citation(event)) show(citation(event));
		else if (box.contains(event.target)) clearTimeout(timer);
	});
	on("pointerout", (event) => {
		// Time to move the pointer into the box.
		if (!isTouch(event) && (citation(event) || box.contains(event.target))) timer = setTimeout(hide, 250);
	});
	on("focusin", (event) => {
		if (citation(event)?.matches(":focus-visible")) show(citation(event));
	});
	on("focusout", (event) => { if (citation(event)) hide(); });
	on("click", (event) => {
		const link = citation(event);
		// A first tap shows, a second one follows the link.
		if (link && isTouch(event) && link !== shown) {
			event.preventDefault();
			show(link);
		} else if (!box.contains(event.target)) hide();
	});
	on("keydown", (event) => { if (event.key === "Escape") hide(); });
	// Focus may scroll.
	on("scroll", move);
})();
