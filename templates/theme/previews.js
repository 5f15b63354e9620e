"use strict";
// Shows a citation's evidence on hover, focus or tap; readies a page for paper.
{
	const page = document.documentElement, box = document.createElement("div");
	box.id = box.className = "preview";
	box.role = "tooltip";
	box.hidden = true;
	document.body.append(box);
	let shown, timer;

	const on = addEventListener;
	const each = (root, selector, act) => root.querySelectorAll(selector).forEach(act);
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
		each(copy, ".backlink", (part) => part.remove());
		each(copy, "[id]", (part) => part.removeAttribute("id"));
		each(copy, "a", (part) => part.replaceWith(...part.childNodes));
		box.replaceChildren(...copy.childNodes);
		box.hidden = false;
		link.setAttribute("aria-describedby", box.id);
		shown = link;
		move();
	}

	function move() {
		if (!shown) return;
		const place = shown.getBoundingClientRect(), height = box.offsetHeight + 4;
		const below = place.bottom + height < innerHeight || place.top < height;
		box.style.left = `${Math.max(8, Math.min(place.left, page.clientWidth - box.offsetWidth - 8))}px`;
		box.style.top = `${below ? place.bottom + 4 : place.top - height}px`;
	}

	// What readers take with them is copied by a button.
	each(page, ".share [readonly]", (field) => {
		const button = document.createElement("button"), words = field.closest("[data-copy]").dataset;
		button.type = "button";
		button.textContent = words.copy;
		button.onclick = () => {
			field.select();
			if (document.execCommand("copy")) button.textContent = words.copied;
		};
		field.after(button);
	});

	const isTouch = (event) => event.pointerType === "touch";
	on("pointerover", (event) => {
		if (isTouch(event)) return;
		if (citation(event)) show(citation(event));
		else if (box.contains(event.target)) clearTimeout(timer);
	});
	on("pointerout", (event) => {
		if (!isTouch(event) && (citation(event) || box.contains(event.target))) timer = setTimeout(hide, 250);
	});
	on("focusin", (event) => {
		if (citation(event)?.matches(":focus-visible")) show(citation(event));
	});
	on("focusout", hide);
	on("click", (event) => {
		const link = citation(event);
		// A second tap follows the link.
		if (link && isTouch(event) && link !== shown) {
			event.preventDefault();
			show(link);
		} else if (!box.contains(event.target)) hide();
	});
	on("keydown", (event) => { if (event.key === "Escape") hide(); });
	on("beforeprint", () => {
		each(page, ".print-address", (part) => part.dataset.day = new Date().toLocaleDateString(page.lang));
	});
	on("scroll", move);
}
