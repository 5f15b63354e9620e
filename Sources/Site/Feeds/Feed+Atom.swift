extension Feed {
    /// The feed as an Atom document (RFC 4287).
    func atom() -> XMLText {
        let own = route(.atom).canonicalAddress(site: siteAddress)
        let json = route(.json).canonicalAddress(site: siteAddress)
        var feed: XMLText = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"\(pictureNamespace) xml:lang="\(language)">
            <id>\(own)</id>
            <title>\(title)</title>

            """
        if let subtitle { feed += "<subtitle>\(subtitle)</subtitle>\n" }
        feed += """
            <updated>\(time(updated))</updated>
            <link rel="self" type="\(Format.atom.mediaType)" href="\(own)"/>
            <link rel="alternate" type="text/html" href="\(page)"/>
            <link rel="related" type="\(Format.json.mediaType)" href="\(json)"/>

            """
        if let hub { feed += "<link rel=\"hub\" href=\"\(hub)\"/>\n" }
        if let license { feed += "<link rel=\"license\" href=\"\(license)\"/>\n" }
        // A feed needs an author unless every entry has one (RFC 4287, section 4.1.1).
        feed += author(publisher ?? Author(name: title, address: siteAddress))
        feed += "<generator>Assay</generator>\n"
        for entry in entries { append(entry, to: &feed) }
        feed += "</feed>\n"
        return feed
    }

    private func append(_ entry: Entry, to feed: inout XMLText) {
        feed += """
            <entry>
            <id>\(entry.id)</id>
            <title>\(title(of: entry))</title>
            <published>\(time(entry.published))</published>
            <updated>\(time(entry.updated))</updated>
            <link rel="alternate" type="text/html" href="\(entry.address)"/>

            """
        for person in entry.authors { feed += author(person) }
        if let ruling = entry.ruling {
            feed += "<category term=\"\(ruling.id)\" scheme=\"\(rulings)\" label=\"\(ruling.label)\"/>\n"
        }
        for topic in entry.topics { feed += "<category term=\"\(topic.id)\" label=\"\(topic.name)\"/>\n" }
        if let picture = entry.picture { append(picture, to: &feed) }
        // The HTML is escaped once more, because Atom takes it as text (RFC 4287, section 3.1.1.2).
        feed += """
            <summary>\(entry.summary)</summary>
            <content type="html">\(Self.html(of: entry).text)</content>
            </entry>

            """
    }

    /// The namespace of Media RSS (https://www.rssboard.org/media-rss), where an entry has a picture.
    private var pictureNamespace: XMLText {
        entries.contains { $0.picture != nil } ? " xmlns:media=\"http://search.yahoo.com/mrss/\"" : ""
    }

    /// Writes a picture twice: as Atom has it, and as Media RSS does, which more programs show.
    private func append(_ picture: FeedPicture, to feed: inout XMLText) {
        feed += """
            <link rel="enclosure" type="\(picture.mediaType)" length="\(picture.byteCount)" href="\(picture.address)"/>
            <media:content url="\(picture.address)" type="\(picture.mediaType)" medium="image" fileSize="\(picture.byteCount)"
            """
        if let width = picture.width, let height = picture.height {
            feed += " width=\"\(width)\" height=\"\(height)\""
        }
        // No description: feedparser would take it for the entry's summary. The text has the picture with its words.
        guard let credit = picture.credit else {
            feed += "/>\n"
            return
        }
        feed += "><media:credit>\(credit)</media:credit></media:content>\n"
    }

    private func author(_ author: Author) -> XMLText {
        "<author><name>\(author.name)</name><uri>\(author.address)</uri></author>\n"
    }
}
