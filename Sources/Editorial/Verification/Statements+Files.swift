import Addresses
import Diagnostics
import Files

extension Statements {
    /// Findings about `data/claims.csv`.
    var tableFindings: [Diagnostic] {
        let path = Route.claimsCSV.path
        guard let bytes = site.bytes(path) else { return [] }
        let rows = CSVReader.rows(of: bytes)
        guard let header = rows.first else { return [changed(path, "it has no header", "")] }
        var seen: Set<String> = []
        var findings: [Diagnostic] = []
        for row in rows.dropFirst() {
            let cells = Dictionary(zip(header, row).map { ($0, $1) }) { first, _ in first }
            let id = cells["id"].map(Self.unguarded) ?? ""
            if isUndecided(id) { continue }
            guard let facts = facts[id], seen.insert(id).inserted else {
                findings.append(
                    changed(
                        path,
                        "it has a row of `\(id)`, which is not a published claim, or has another row",
                        id
                    )
                )
                continue
            }
            let expected = Self.columns(facts)
            findings += compare(
                path,
                id,
                expected.filter { header.contains($0.name) }.map {
                    ($0.name, cells[$0.name].map(Self.unguarded), Self.unguarded($0.value))
                }
            )
        }
        return findings
            + facts.keys.filter { !seen.contains($0) }.sorted().map {
                changed(path, "the claim `\($0)` is not in it", $0)
            }
    }

    private static func columns(_ facts: ClaimFacts) -> [(name: String, value: String)] {
        let verdict = facts.data["verdict"]
        func names(_ list: JSONValue?) -> String {
            (list?.elements ?? []).compactMap { $0["name"]?.string }.joined(separator: "; ")
        }
        func count(_ stance: String) -> String {
            String((verdict?["evidence"]?.elements ?? []).count { $0["stance"]?.string == stance })
        }
        let topics = (facts.data["topics"]?.elements ?? []).compactMap(\.string).joined(separator: "; ")
        return [
            ("url", facts.data["url"]?.string ?? ""), ("statement", facts.statement),
            ("claimants", names(facts.data["claimants"])), ("stated", facts.data["stated"]?.string ?? ""),
            ("topics", topics), ("ruling", facts.ruling), ("ruling_label", facts.label ?? ""),
            ("ruling_number", facts.number.map(String.init) ?? ""), ("title", facts.title),
            ("summary", facts.summary), ("authors", names(verdict?["authors"])),
            ("reviewers", names(verdict?["reviewers"])), ("published", verdict?["published"]?.string ?? ""),
            ("updated", verdict?["updated"]?.string ?? ""), ("supporting", count("supports")),
            ("undermining", count("undermines")), ("context", count("context")),
        ]
    }

    /// A cell without the leading apostrophe that stops spreadsheets from running formulas.
    private static func unguarded(_ cell: String) -> String {
        cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
    }

    /// Findings about `claimreview.json`.
    var reviewFindings: [Diagnostic] {
        let path = Route.claimReviews.path
        guard site.tree.exists(path) else { return [] }
        var findings: [Diagnostic] = []
        guard let document = site.document(path, &findings) else { return findings }
        let reviews = Self.reviews(in: document)
        let found = Set(reviews.compactMap { claim(at: $0["url"]?.string) })
        findings += reviews.flatMap { reviewFindings($0, path) }
        return findings
            + facts.keys.filter { !found.contains($0) }.sorted().map {
                changed(path, "the review of `\($0)` is not in it", $0)
            }
    }

    /// All objects of the type `ClaimReview` in a document, at any depth.
    static func reviews(in value: JSONValue) -> [JSONValue] {
        let inner = value.elements.flatMap(reviews) + value.members.flatMap { reviews(in: $0.value) }
        return value["@type"]?.string == "ClaimReview" ? [value] + inner : inner
    }

    /// Findings about one `ClaimReview`.
    func reviewFindings(_ review: JSONValue, _ path: String) -> [Diagnostic] {
        if let id = claim(at: review["url"]?.string), isUndecided(id) { return [] }
        guard let id = claim(at: review["url"]?.string), let facts = facts[id] else {
            return [
                changed(
                    path,
                    "it has a review of `\(review["url"]?.string ?? "")`, which is no published claim",
                    ""
                )
            ]
        }
        let rating = review["reviewRating"]
        let author = review["itemReviewed"]?["author"]
        let authors = author.map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
        let isNumbered = rating?["ratingValue"] != nil
        return compare(
            path,
            id,
            [
                ("claimReviewed", review["claimReviewed"]?.string, facts.statement),
                ("name", review["name"].map { $0.string ?? "" } ?? facts.title, facts.title),
                ("alternateName", rating?["alternateName"]?.string, facts.label),
                (
                    "ratingValue", rating?["ratingValue"]?.numeral,
                    isNumbered ? facts.number.map(String.init) : nil
                ),
                ("worstRating", rating?["worstRating"]?.numeral, isNumbered ? "1" : nil),
                (
                    "bestRating", rating?["bestRating"]?.numeral,
                    isNumbered ? facts.bestNumber.map(String.init) : nil
                ),
                ("ratingExplanation", rating?["ratingExplanation"]?.string ?? facts.summary, facts.summary),
                ("datePublished", review["datePublished"]?.string ?? facts.published, facts.published),
                (
                    "author of the claim", authors.compactMap { $0["name"]?.string }.joined(separator: "; "),
                    facts.claimants.joined(separator: "; ")
                ),
            ]
        )
    }

    /// Findings about the oEmbed files of claims.
    var cardFindings: [Diagnostic] {
        site.tree.files(below: SiteFolder.oEmbed.rawValue).map(\.path).flatMap { path -> [Diagnostic] in
            var findings: [Diagnostic] = []
            guard let typed = Route.claim(ofOEmbed: path) else { return [] }
            let id = site.names.current(.record(.claim), typed)
            if isUndecided(id) { return [] }
            guard approved[id] != nil else {
                return [changed(path, "there is no published claim `\(id)`", id)]
            }
            guard let document = site.document(path, &findings), let facts = facts[id] else {
                return findings
            }
            findings += compare(path, id, [("title", document["title"]?.string, facts.title)])
            let frame = document["html"]?.string ?? ""
            let page = HTMLPage(Array(frame.utf8))
            let tags = frame.utf8.count { $0 == UInt8(ascii: "<") }
            if tags != 2 || page.strangeThings != ["an element `iframe`"] {
                findings.append(changed(path, "its `html` holds more than the frame of the claim's card", id))
            }
            return findings
        }
    }
}

extension JSONValue {
    /// A whole number as text; nil for other values.
    fileprivate var numeral: String? { if case .integer(let number) = self { String(number) } else { nil } }
}

/// A reader of CSV (RFC 4180).
enum CSVReader {
    static func rows(of bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = 0
        func text() -> String { String(decoding: cell, as: UTF8.self) }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && index < bytes.count && bytes[index] == byte:
                cell.append(byte)
                index += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted:
                row.append(text())
                cell = []
            case UInt8(ascii: "\r") where !isQuoted: continue
            case UInt8(ascii: "\n") where !isQuoted:
                rows.append(row + [text()])
                (row, cell) = ([], [])
            default: cell.append(byte)
            }
        }
        return row.isEmpty && cell.isEmpty ? rows : rows + [row + [text()]]
    }
}
