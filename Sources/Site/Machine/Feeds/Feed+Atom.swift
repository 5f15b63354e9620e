extension Feed {
    /// The feed as an Atom document (RFC 4287).
    func atom() -> String {
        let own = route(.atom).canonicalAddress(site: siteAddress)
        let json = route(.json).canonicalAddress(site: siteAddress)
        var lines = [
            #"<?xml version="1.0" encoding="utf-8"?>"#,
            #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\#(XMLText.escaped(language))">"#,
            element("id", own),
            element("title", title),
        ]
        if let subtitle { lines.append(element("subtitle", subtitle)) }
        lines += [
            element("updated", Self.time(updated)),
            link("self", own, type: Format.atom.mediaType),
            link("alternate", page, type: "text/html"),
            link("related", json, type: Format.json.mediaType),
        ]
        if let license { lines.append(link("license", license)) }
        // Section 4.1.1: a feed has an author, unless every entry has one.
        lines.append(author(publisher ?? Author(name: title, address: siteAddress)))
        lines.append(#"<generator>Assay</generator>"#)
        for entry in entries { lines += atom(entry) }
        lines.append("</feed>")
        return lines.joined(separator: "\n") + "\n"
    }

    private func atom(_ entry: Entry) -> [String] {
        var lines = [
            "<entry>",
            element("id", entry.id),
            element("title", entry.title),
            element("published", Self.time(entry.published)),
            element("updated", Self.time(entry.updated)),
            link("alternate", entry.address, type: "text/html"),
        ]
        lines += entry.authors.map(author)
        lines += entry.topics.map { topic in
            #"<category term="\#(XMLText.escaped(topic.id))" label="\#(XMLText.escaped(topic.name))"/>"#
        }
        lines += [
            element("summary", entry.summary),
            // The HTML is a text here, and is escaped once more (section 3.1.1.2).
            #"<content type="html">\#(XMLText.escaped(Self.html(of: entry)))</content>"#,
            "</entry>",
        ]
        return lines
    }

    private func element(_ name: String, _ text: String) -> String {
        "<\(name)>\(XMLText.escaped(text))</\(name)>"
    }

    private func link(_ relation: String, _ address: String, type: String? = nil) -> String {
        let type = type.map { #" type="\#($0)""# } ?? ""
        return #"<link rel="\#(relation)"\#(type) href="\#(XMLText.escaped(address))"/>"#
    }

    private func author(_ author: Author) -> String {
        "<author>\(element("name", author.name))\(element("uri", author.address))</author>"
    }
}
