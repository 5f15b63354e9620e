import Addresses
import Captures
import Diagnostics
import Files

extension Statements {
    /// Findings about the feeds, both Atom and JSON Feed.
    var feedFindings: [Diagnostic] {
        site.tree.files(below: SiteFolder.feeds.rawValue).map(\.path).flatMap { path -> [Diagnostic] in
            if path.hasSuffix(".json") { return jsonFeedFindings(path) }
            if path.hasSuffix(".xml") { return atomFindings(path) }
            return []
        }
    }

    /// One entry of a feed, in either format.
    private struct Entry {
        let address: String?
        let title: String?
        let summary: String?
        let content: String?
        /// The extension member of JSON feeds.
        let review: JSONValue?
    }

    private func jsonFeedFindings(_ path: String) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        guard let feed = site.document(path, &findings) else { return findings }
        return findings
            + (feed["items"]?.elements ?? []).flatMap { item in
                self.findings(
                    Entry(
                        address: item["url"]?.string,
                        title: item["title"]?.string,
                        summary: item["summary"]?.string,
                        content: item["content_html"]?.string,
                        review: item["_claim_review"]
                    ),
                    path
                )
            }
    }

    private func atomFindings(_ path: String) -> [Diagnostic] {
        guard let bytes = site.bytes(path) else { return [] }
        var reader = HTMLReader(bytes)
        var findings: [Diagnostic] = []
        var fields: [String: String] = [:]
        var isInEntry = false
        var current: (name: String, text: [UInt8])?
        while let token = reader.next() {
            switch token {
            case .start(let tag) where tag.name == "entry":
                isInEntry = true
                fields = [:]
            case .start(let tag) where isInEntry:
                if tag.name == "link", tag["rel"] == "alternate" { fields["address"] = tag["href"] }
                if ["title", "summary", "content"].contains(tag.name) { current = (tag.name, []) }
            case .text(let text): current?.text += HTMLReader.unescaped(text)
            case .end(let name) where name == current?.name:
                fields[name] = current.map { String(decoding: $0.text, as: UTF8.self) }
                current = nil
            case .end("entry"):
                isInEntry = false
                let entry = Entry(
                    address: fields["address"],
                    title: fields["title"],
                    summary: fields["summary"],
                    content: fields["content"],
                    review: nil
                )
                findings += self.findings(entry, path)
            default: break
            }
        }
        return findings
    }

    private func findings(_ entry: Entry, _ path: String) -> [Diagnostic] {
        if let id = claim(at: entry.address), isUndecided(id) { return [] }
        guard let id = claim(at: entry.address), let approved = approved[id] else {
            return [
                changed(path, "it has an entry for `\(entry.address ?? "")`, which is no published claim", "")
            ]
        }
        let content = HTMLPage(Array((entry.content ?? "").utf8))
        var findings = content.strangeThings.map { changed(path, "the entry on `\(id)` has \($0)", id) }
        guard approved.isPublished, let facts = facts[id] else {
            if entry.review?["ruling"] != nil {
                findings.append(
                    changed(
                        path,
                        "it gives a ruling on `\(id)`, on which readers have no verdict by its journal",
                        id
                    )
                )
            }
            return findings
        }
        var pairs: [(String, String?, String?)] = [
            ("title", Self.isHeadline(entry.title, facts) ? facts.title : entry.title, facts.title),
            ("summary", entry.summary, facts.summary),
        ]
        if let review = entry.review {
            pairs += [
                ("claim", review["claim"]?.string, facts.statement),
                ("ruling", review["ruling"]?.string, facts.ruling),
                ("ruling_label", review["ruling_label"]?.string, facts.label),
            ]
        }
        findings += compare(path, id, pairs.map { (name: $0.0, shown: $0.1, approved: $0.2) })
        for (name, text) in [
            ("claim", facts.statement), ("ruling", facts.label ?? ""), ("short answer", facts.summary),
        ]
        where !content.shows(text) {
            findings.append(
                changed(path, "the entry on `\(id)` does not show the \(name) that was approved", id)
            )
        }
        return findings
    }

    /// Whether an entry's title is the approved one: alone, or with the ruling's label before or after it.
    private static func isHeadline(_ shown: String?, _ facts: ClaimFacts) -> Bool {
        var rest = folded(shown)
        let parts = [folded(facts.title), folded(facts.label)].filter { !$0.isEmpty }
        for (number, part) in parts.enumerated() {
            // Only the title is required; the label may be missing.
            guard let place = rest.firstRange(of: part) else {
                if number == 0 { return false }
                continue
            }
            rest.removeSubrange(place)
        }
        return !rest.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }
}
