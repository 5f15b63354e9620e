import Addresses
import Diagnostics
import Newsroom

/// A comparison of a claim in `data/claims.json` with its approved text.
struct DataStatements {
    let findings: [Diagnostic]

    private typealias Pair = (name: String, shown: String?, approved: String?)

    init(_ site: PublishedSite, _ claim: ApprovedClaim) {
        if claim.isPublished {
            findings = Self.published(site.claims[claim.id], claim, ScaleFacts(site.data))
        } else {
            findings = Self.retracted(site, claim)
        }
    }

    private static func published(
        _ shown: JSONValue?,
        _ claim: ApprovedClaim,
        _ scale: ScaleFacts
    ) -> [Diagnostic] {
        guard let shown, let verdict = shown["verdict"] else {
            return [changed("the claim `\(claim.id)` is not in it", claim)]
        }
        guard claim.text != nil else { return [] }
        let pairs =
            names(shown, verdict, claim, scale) + self.claim(shown, claim) + self.verdict(verdict, claim)
            + history(shown["history"] ?? .null, claim)
        return pairs.filter { Statements.folded($0.shown) != Statements.folded($0.approved) }.map {
            changed("its `\($0.name)` of `\(claim.id)` is not the one that was approved", claim)
        }
    }

    /// The names of people and the label of the ruling. The first form of judged texts has none.
    private static func names(
        _ shown: JSONValue,
        _ verdict: JSONValue,
        _ claim: ApprovedClaim,
        _ scale: ScaleFacts
    ) -> [Pair] {
        let people = (shown["claimants"]?.elements ?? []) + (verdict["authors"]?.elements ?? [])
        let names = people.compactMap { person -> Pair? in
            guard let id = person["id"]?.string, let approved = claim.document("profiles", id) else {
                return nil
            }
            return ("name of \(id)", person["name"]?.string, approved["name"]?.string)
        }
        let ruling = claim.verdict["ruling"]?.string ?? ""
        guard let approved = claim.document("rulings", ruling) else { return names }
        return names + [("label of \(ruling)", scale.labels[ruling], approved["label"]?.string)]
    }

    private static func claim(_ shown: JSONValue, _ claim: ApprovedClaim) -> [Pair] {
        [
            ("statement", shown["statement"]?.string, claim.claim["statement"]?.string),
            ("stated", shown["stated"]?.string, claim.claim["stated"]?.string),
            ("chosen", shown["chosen"]?.string, claim.claim["chosen"]?.string),
            ("claimants", ids(shown["claimants"]), claim.claim["claimants"].map(texts) ?? ""),
        ]
            + rows("appearances", shown["appearances"], claim.claim["appearances"]) { shown, approved in
                let document = approved["article"]?.string.flatMap { claim.document("articles", $0) }
                return [
                    ("article", shown["article"]?.string, approved["article"]?.string),
                    ("kind", shown["kind"]?.string, approved["kind"]?.string),
                    ("quote", shown["quote"]?.string, approved["quote"]?.string),
                    ("by", shown["by"]?["id"]?.string, approved["by"]?.string),
                    ("locator", shown["locator"]?.string, approved["locator"]?.string),
                    ("date", shown["date"]?.string, approved["date"]?.string),
                ] + self.document(shown, document)
            }
            + rows("shown_in", shown["shown_in"], claim.claim["shown-in"]) { shown, approved in
                [
                    ("media", shown["media"]?.string, approved["media"]?.string),
                    ("kind", shown["kind"]?.string, approved["kind"]?.string),
                    ("quote", shown["quote"]?.string, approved["quote"]?.string),
                    ("by", shown["by"]?["id"]?.string, approved["by"]?.string),
                    ("locator", shown["locator"]?.string, approved["locator"]?.string),
                    ("date", shown["date"]?.string, approved["date"]?.string),
                ]
            }
            + (shown["media"]?.elements ?? []).flatMap { media($0, claim) }
    }

    /// The fields of a medium. The first form of judged texts has none.
    private static func media(_ shown: JSONValue, _ claim: ApprovedClaim) -> [Pair] {
        guard claim.text?.format != .first, let id = shown["id"]?.string else { return [] }
        let approved = claim.document("media", id)
        let fields = [
            "id", "kind", "sha256", "alt", "caption", "credit", "licence", "made", "authenticity", "original",
            "warning", "mark",
        ]
        return fields.map { ("\($0) of media \(id)", shown[$0]?.string, approved?[$0]?.string) }
            + rows("appears_at of media \(id)", shown["appears_at"], approved?["appears-at"]) {
                shown,
                approved in
                ["url", "date", "by"].map { ($0, shown[$0]?.string, approved[$0]?.string) }
            }
    }

    private static func verdict(_ shown: JSONValue, _ claim: ApprovedClaim) -> [Pair] {
        let approved = claim.verdict
        let reviewers = claim.history.standing.publication?.reviewers ?? []
        let fields = [
            ("ruling", "ruling"), ("title", "title"), ("summary", "summary"),
            ("would_change", "would-change"),
        ]
        return fields.map { ($0.0, shown[$0.0]?.string, approved[$0.1]?.string) }
            + [
                ("authors", ids(shown["authors"]), approved["authors"].map(texts) ?? ""),
                ("reviewers", ids(shown["reviewers"]), reviewers.joined(separator: "; ")),
            ] + days(shown, claim)
            + rows("parts", shown["parts"], approved["parts"]) { shown, approved in
                ["part", "ruling", "note"].map { ($0, shown[$0]?.string, approved[$0]?.string) }
            }
            + rows("evidence", shown["evidence"], approved["evidence"]) { shown, approved in
                let source = approved["source"]?.string.flatMap { claim.document("sources", $0) }
                let article = approved["article"]?.string.flatMap { claim.document("articles", $0) }
                return ["source", "article", "media", "stance", "shows", "locator", "quote"].map {
                    ($0, shown[$0]?.string, approved[$0]?.string)
                }
                    + document(shown, source ?? article)
                    + ["publisher", "interest", "relation"].map {
                        ($0, source == nil ? nil : shown[$0]?.string, source?[$0]?.string)
                    }
            }
    }

    /// The fields of the record that a quotation or a piece of evidence comes from.
    private static func document(_ shown: JSONValue, _ approved: JSONValue?) -> [Pair] {
        guard let approved else { return [] }
        let address = shown["url"]?.string
        return [
            ("title", shown["title"]?.string, approved["title"]?.string),
            ("published", shown["published"]?.string, approved["published"]?.string),
            // Pages leave out addresses that no browser should follow, so a missing one is fine.
            ("url", address, address == nil ? nil : approved["url"]?.string),
        ]
    }

    private static func days(_ shown: JSONValue, _ claim: ApprovedClaim) -> [Pair] {
        guard let first = claim.history.publications.first, let last = claim.history.standing.publication
        else {
            return []
        }
        // Publications of the same words in another form are no change for readers.
        let times = claim.history.publications.map(\.time)
        let shownUpdate = shown["updated"]?.string.flatMap { CalendarDate($0) }
        let update = times.last { time in
            shownUpdate.flatMap { $0.days(since: time.day(in: .utc)) }.map { (-1...1).contains($0) } ?? false
        }
        let isChanged = last.digest != first.digest && last.correction != nil
        let published = shown["published"]?.string
        if let adoption = first.adoption, last.digest == first.digest {
            return [
                ("published", published, "\(adoption.published)"),
                ("updated", shown["updated"]?.string, adoption.updated.map { "\($0)" }),
            ]
        }
        return [
            first.adoption.map { ("published", published, "\($0.published)") }
                ?? day("published", published, first.time),
            day(
                "updated",
                shown["updated"]?.string,
                shownUpdate == nil ? (isChanged ? last.time : nil) : update
            ),
        ]
    }

    /// A day, compared as the newsroom's time zone has it: the journal's UTC day, or the day before or after.
    private static func day(_ name: String, _ shown: String?, _ time: JournalTime?) -> Pair {
        guard let time, let shown, let day = CalendarDate(shown) else {
            return (name, shown, time?.day(in: .utc).description)
        }
        let distance = day.days(since: time.day(in: .utc)) ?? .max
        return (name, shown, (-1...1).contains(distance) ? shown : time.day(in: .utc).description)
    }

    private static func history(_ shown: JSONValue, _ claim: ApprovedClaim) -> [Pair] {
        let told = claim.lines.reversed().compactMap(\.event.notice).map { "\($0.kind): \($0.text)" }
        let corrections = (shown["corrections"]?.elements ?? []).map {
            "\($0["kind"]?.string ?? ""): \($0["text"]?.string ?? "")"
        }
        let publication = claim.history.standing.publication
        let dissent = (publication?.signOffs ?? []).filter { $0.ruling != publication?.ruling }
            .map { "\($0.reviewer): \($0.ruling)" }
        let shownDissent = (shown["dissent"]?.elements ?? []).map {
            "\($0["reviewer"]?.string ?? ""): \($0["ruling"]?.string ?? "")"
        }
        return [
            ("digest", shown["digest"]?.string, publication?.digest.hexadecimal),
            ("corrections", corrections.joined(separator: "\n"), told.joined(separator: "\n")),
            ("dissent", shownDissent.joined(separator: "\n"), dissent.joined(separator: "\n")),
        ]
    }

    private static func retracted(_ site: PublishedSite, _ claim: ApprovedClaim) -> [Diagnostic] {
        guard let retraction = claim.history.standing.retraction else { return [] }
        let entries = site.data?["retracted"]?.elements ?? []
        guard let shown = entries.first(where: { $0["id"]?.string == claim.id }) else {
            return [changed("it does not say that `\(claim.id)` was retracted", claim)]
        }
        let pairs: [Pair] = [
            ("reason", shown["reason"]?.string, retraction.reason),
            ("earlier_ruling", shown["earlier_ruling"]?.string, retraction.earlier.ruling),
            ("earlier_digest", shown["earlier_digest"]?.string, retraction.earlier.digest.hexadecimal),
            ("statement", shown["statement"]?.string, claim.text?.statement ?? shown["statement"]?.string),
        ]
        return pairs.filter { Statements.folded($0.shown) != Statements.folded($0.approved) }.map {
            changed(
                "its `\($0.name)` of `\(claim.id)`, which was retracted, is not the one of its journal",
                claim
            )
        }
    }

    /// Two lists, compared element by element.
    private static func rows(
        _ name: String,
        _ shown: JSONValue?,
        _ approved: JSONValue?,
        _ pairs: (JSONValue, JSONValue) -> [Pair]
    ) -> [Pair] {
        let (shown, approved) = (shown?.elements ?? [], approved?.elements ?? [])
        guard shown.count == approved.count else { return [(name, "\(shown.count)", "\(approved.count)")] }
        return zip(shown, approved).enumerated().flatMap { index, rows in
            pairs(rows.0, rows.1).map { ("\(name) \(index + 1) \($0.name)", $0.shown, $0.approved) }
        }
    }

    private static func ids(_ list: JSONValue?) -> String {
        (list?.elements ?? []).compactMap { $0["id"]?.string }.joined(separator: "; ")
    }

    private static func texts(_ list: JSONValue) -> String {
        list.elements.compactMap(\.string).joined(separator: "; ")
    }

    private static func changed(_ message: String, _ claim: ApprovedClaim) -> Diagnostic {
        PublishedSite.changed(Route.claimsJSON.path, message, claim: claim.id)
    }
}
