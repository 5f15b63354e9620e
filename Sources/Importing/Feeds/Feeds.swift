import Diagnostics

/// The reader of feeds: RSS, Atom and JSON Feed. An entry's headline stands for the claim, and a finding says so.
struct Feeds {
    private(set) var items: [IncomingItem] = []
    private(set) var findings: ImportFindings
    private let order: LooseDate.Order?

    init(order: LooseDate.Order?, findings: ImportFindings) {
        self.order = order
        self.findings = findings
    }

    // MARK: - RSS and Atom

    /// Reads a feed in XML.
    mutating func read(xml text: [UInt8]) {
        let tree: XMLNode
        do throws(XMLDocument.Problem) {
            tree = try XMLDocument.read(text)
        } catch {
            findings.add(.brokenXML, "line \(error.line): \(error.message)")
            tree = mended(text, after: error)
        }
        let entries = tree.all("entry")
        let language =
            (tree.all("language").first?.text).map(LooseText.folded) ?? tree.children.first?["xml:lang"]
        for entry in entries.isEmpty ? tree.all("item") : entries { take(entry, language) }
    }

    /// The tree of a text whose ampersands were meant as such, or of what could be read before the mistake.
    private func mended(_ text: [UInt8], after problem: XMLDocument.Problem) -> XMLNode {
        guard let mended = try? XMLDocument.read(Self.escapingAmpersands(text)) else { return problem.read }
        return mended
    }

    /// A text in which each `&` that begins no reference of XML is escaped.
    private static func escapingAmpersands(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 64)
        let known = ["amp;", "lt;", "gt;", "quot;", "apos;", "#"].map { Array($0.utf8) }
        for index in text.indices {
            result.append(text[index])
            guard text[index] == UInt8(ascii: "&") else { continue }
            let rest = text[(index + 1)...].prefix(5)
            if !known.contains(where: { rest.starts(with: $0) }) { result += Array("amp;".utf8) }
        }
        return result
    }

    private static let kept: Set<String> = [
        "title", "link", "guid", "id", "description", "summary", "content", "content:encoded", "pubDate",
        "published", "updated", "dc:date", "author", "dc:creator",
    ]

    private mutating func take(_ entry: XMLNode, _ language: String?) {
        guard items.count < ImportLimits.items else { return }
        let description = entry.child("description", "summary", "content", "content:encoded")
        let link = entry.children.first { $0.name == "link" && ($0["rel"] ?? "alternate") == "alternate" }
        add(
            title: entry.child("title")?.text,
            description: description?.text,
            address: link?["href"] ?? link?.text ?? entry.child("guid", "id")?.text,
            date: entry.child("pubDate", "published", "dc:date", "updated")?.text,
            language: entry["xml:lang"] ?? language,
            losses: entry.children.map(\.name).filter { !Self.kept.contains($0) }
        )
    }

    // MARK: - JSON Feed

    /// Whether a value is a JSON Feed.
    static func isFeed(_ value: JSONValue) -> Bool {
        value["version"]?.string?.contains("jsonfeed.org/version/") ?? false
    }

    private static let keptOfJSON: Set<String> = [
        "id", "url", "title", "content_text", "content_html", "summary", "date_published", "date_modified",
        "language", "authors",
    ]

    /// Reads a JSON Feed.
    mutating func read(json feed: JSONValue) {
        if let next = feed["next_url"]?.string { findings.add(.moreElsewhere, field: "next_url", next) }
        for entry in feed["items"]?.elements.prefix(ImportLimits.items) ?? [] {
            let text = entry["summary"] ?? entry["content_text"] ?? entry["content_html"]
            add(
                title: entry["title"]?.scalarText,
                description: text?.scalarText,
                address: entry["url"]?.scalarText ?? entry["id"]?.scalarText,
                date: (entry["date_published"] ?? entry["date_modified"])?.scalarText,
                language: (entry["language"] ?? feed["language"])?.scalarText,
                losses: entry.members.map(\.name).filter { !Self.keptOfJSON.contains($0) }
            )
        }
    }

    private mutating func add(
        title: String?,
        description: String?,
        address: String?,
        date: String?,
        language: String?,
        losses: [String]
    ) {
        let number = numberOfLast + 1
        numberOfLast = number
        var pen = ItemPen(number: number, order: order, taking: &findings)
        for name in losses { pen.note(.notKept, name) }
        let note = pen.line(description, "description", limit: ImportLimits.note)
        if let words = pen.line(title, "title", limit: ImportLimits.words) ?? note {
            if title != nil { pen.note(.headline, "title") }
            if ItemPen.beginsWithRuling(words) { pen.note(.rulingInWords, "title", words) }
            var item = IncomingItem(number: number, words: words)
            item.note = note == words ? nil : note
            item.places = address?.hasPrefix("http") ?? false ? pen.addresses(address, "link") : []
            item.made = pen.feedDate(date)
            item.language = pen.language(language, "language")
            items.append(item)
        } else {
            pen.note(.noWords, "title")
        }
        findings = pen.findings
    }

    private var numberOfLast = 0
}

extension ItemPen {
    /// A date of RFC 822 or RFC 3339, which is the usual form in feeds.
    fileprivate mutating func feedDate(_ text: String?) -> String? {
        guard let text = text.map(LooseText.folded), !text.isEmpty else { return nil }
        if case .date(let date, _) = LooseDate.read(text) { return date }
        return date(text, "date")
    }
}
