import Diagnostics

/// The reader of `data/claims.json` of a site that Assay made.
struct AssayClaims {
    private(set) var items: [IncomingItem] = []
    private(set) var findings: ImportFindings

    init(findings: ImportFindings) { self.findings = findings }

    /// Whether a value is such a file.
    static func isFile(_ value: JSONValue) -> Bool {
        value["$schema"]?.string?.hasSuffix("claims.schema.json") ?? false
            || value["scale"]?["rulings"] != nil && value["claims"] != nil
    }

    private static let kept: Set<String> = [
        "id", "url", "statement", "claimants", "stated", "appearances", "verdict",
    ]
    private static let keptOfVerdict: Set<String> = ["ruling", "title", "published", "updated"]

    /// Reads a file.
    mutating func read(_ file: JSONValue) {
        let rulings = file["scale"]?["rulings"]?.elements ?? []
        var labels: [String: JSONValue] = [:]
        for ruling in rulings { if let id = ruling["id"]?.string { labels[id] = ruling } }
        let best = rulings.compactMap { $0["number"]?.scalarText.flatMap(Int.init) }.max()
        for (index, claim) in (file["claims"]?.elements ?? []).enumerated() {
            var pen = ItemPen(number: index + 1, taking: &findings)
            for member in claim.members where !Self.kept.contains(member.name) {
                pen.note(.notKept, member.name)
            }
            if let words = pen.line(claim["statement"]?.scalarText, "statement", limit: ImportLimits.words) {
                var item = IncomingItem(number: pen.number, words: words)
                let claimants = claim["claimants"]?.elements ?? []
                item.who = pen.line(claimants.first?["name"]?.scalarText, "claimants.name")
                if claimants.count > 1 { pen.note(.severalValues, "claimants") }
                item.isOrganisation = claimants.first?["kind"]?.string.map { $0 != "person" }
                item.made = pen.date(claim["stated"]?.scalarText, "stated")
                item.places = (claim["appearances"]?.elements ?? []).flatMap {
                    pen.addresses($0["url"]?.scalarText, "appearances.url")
                }
                item.language = pen.language(file["language"]?.scalarText, "language")
                item.rulings = [ruling(claim, labels, best, of: file, &pen)]
                items.append(item)
            } else {
                pen.note(.noWords, "statement")
            }
            findings = pen.findings
        }
    }

    private func ruling(
        _ claim: JSONValue,
        _ labels: [String: JSONValue],
        _ best: Int?,
        of file: JSONValue,
        _ pen: inout ItemPen
    ) -> ForeignRuling {
        let verdict = claim["verdict"] ?? .null
        for member in verdict.members where !Self.keptOfVerdict.contains(member.name) {
            pen.note(.notKept, "verdict." + member.name)
        }
        var ruling = ForeignRuling()
        ruling.publisher = pen.line(file["name"]?.scalarText, "name")
        ruling.url = pen.addresses(claim["url"]?.scalarText, "url").first
        ruling.title = pen.line(verdict["title"]?.scalarText, "verdict.title")
        ruling.date = pen.date((verdict["updated"] ?? verdict["published"])?.scalarText, "verdict.published")
        let label = verdict["ruling"]?.string.flatMap { labels[$0] }
        ruling.rating = pen.line((label?["label"] ?? verdict["ruling"])?.scalarText, "verdict.ruling")
        if let number = label?["number"]?.scalarText, let best { ruling.number = "\(number) of 1 to \(best)" }
        ruling.language = pen.language(file["language"]?.scalarText, "language")
        return ruling
    }
}
