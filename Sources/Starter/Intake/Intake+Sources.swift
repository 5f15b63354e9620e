import Importing
import Newsroom

extension Intake {
    /// Takes the fact-checks of others as sources of the kind `fact-check`: known by citation, until somebody reads them.
    package mutating func takeSources(
        _ items: [IncomingItem],
        findings: inout ImportFindings
    ) -> IntakeOutcome {
        var known = KnownAddresses(newsroom)
        for (_, gathered) in GatheredItem.gather(items, into: &findings) {
            if gathered.item.rulings.isEmpty { leaveOut("a claim on which nobody ruled: it is no source") }
            for ruling in gathered.item.rulings { _ = source(ruling, gathered.item, &known) }
        }
        return outcome
    }

    /// Makes the source of a fact-check.
    /// - Returns: its id, or that of the source that the newsroom has; nil where too little is known of it.
    mutating func source(
        _ ruling: ForeignRuling,
        _ item: IncomingItem,
        _ known: inout KnownAddresses
    ) -> String? {
        guard let url = ruling.url else {
            leaveOut("a fact-check without an address: it is no source")
            return nil
        }
        if let id = known[url] { return id }
        guard let publisher = ruling.publisher else {
            leaveOut("a fact-check without a publisher: it is no source")
            return nil
        }
        let title = ruling.title ?? item.words
        let key = ItemKey(title)
        let name = ItemKey(publisher).slug(limit: 20)
        let slug = [name, key.slug(limit: 40)].filter { !$0.isEmpty }.joined(separator: "-")
        let id = freeID(.source, slug, ItemKey(url))
        var lines = ["---", "title: " + YAMLText.scalar(title)]
        if ruling.title == nil { lines.append("title-described: yes") }
        lines += ItemText.line("publisher", publisher) + ItemText.line("published", ruling.date)
        lines += ItemText.line("url", url) + ["kind: fact-check", "checked: cited"]
        lines += ItemText.line("language", ruling.language) + ["---"]
        add(.source, id, lines)
        outcome.newSources += 1
        known[url] = id
        return id
    }

    /// Adds a file of some lines.
    mutating func add(_ kind: RecordKind, _ id: String, _ lines: [String]) {
        let text = lines.joined(separator: "\n") + "\n"
        outcome.files.append(.init(path: "\(kind.folder)/\(id).md", bytes: Array(text.utf8)))
    }

    /// Counts something that could not be made.
    mutating func leaveOut(_ reason: String) { outcome.leftOut[reason, default: 0] += 1 }
}

/// The sources of a newsroom by their addresses.
struct KnownAddresses {
    private var ids: [String: String] = [:]

    init(_ newsroom: Newsroom) {
        for source in newsroom.sources {
            for address in [source.url].compactMap(\.self) + source.alsoAt { self[address.value] = source.id }
        }
    }

    subscript(_ address: String) -> String? {
        get { ids[Self.page(address)] }
        set { ids[Self.page(address)] = newValue }
    }

    /// The address without its scheme and a slash at its end.
    private static func page(_ address: String) -> String {
        let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
    }
}
