import Addresses
import Diagnostics
import Encodings
import Files
import Newsroom

/// What data, feeds, cards and pages of a published site state, compared with what was approved.
struct Statements: Sendable {
    let site: PublishedSite
    /// By the claim's id.
    let approved: [String: ApprovedClaim]
    /// What the site says of published claims besides what was approved: names and labels.
    let facts: [String: ClaimFacts]
    /// Whether somebody with a known key signed the list of all files: then pages are as they were built, whatever is in them.
    let isVouchedFor: Bool

    /// The claims in the list of journals.
    private let listed: Set<String>

    init(_ site: PublishedSite, _ approved: [ApprovedClaim], isVouchedFor: Bool) {
        self.site = site
        self.approved = Dictionary(approved.map { ($0.id, $0) }) { first, _ in first }
        self.isVouchedFor = isVouchedFor
        listed = Set((site.entries ?? []).map(\.claim))
        let scale = ScaleFacts(site.data)
        let facts = approved.filter(\.isPublished).compactMap { ClaimFacts($0, site.claims[$0.id], scale) }
        self.facts = Dictionary(facts.map { ($0.id, $0) }) { first, _ in first }
    }

    /// What does not say what was approved.
    func findings() async -> [Diagnostic] {
        guard site.entries != nil else {
            // Without journals nothing was approved; a signature on the list of files is all that a site can have.
            return []
        }
        let all = approved.values.sorted { $0.id < $1.id }
        let data = all.flatMap { DataStatements(site, $0).findings } + strayClaims
        let files = tableFindings + reviewFindings + cardFindings + feedFindings
        return data + files + (await pageFindings(all))
    }

    /// Whether nothing can be said of what is stated on a claim, because its journal or its text cannot be read: that is said already.
    func isUndecided(_ claim: String) -> Bool {
        guard let approved = approved[claim] else {
            return listed.contains(claim)
        }
        return approved.isPublished && facts[claim] == nil
    }

    /// The claim that an address of the site is about: of its page, or of a place on it.
    func claim(at address: String?) -> String? {
        guard let address else { return nil }
        let path = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        guard path.hasSuffix("/"), let place = path.range(of: "/claims/", from: path.endIndex) else {
            return nil
        }
        return PercentEncoding.decoded(path[place...].dropLast().utf8).flatMap {
            String(validating: $0, as: UTF8.self)
        }
    }

    /// Claims in the data that no journal published.
    private var strayClaims: [Diagnostic] {
        let data = site.claims.keys.filter { !(approved[$0]?.isPublished ?? false) && !isUndecided($0) }
            .sorted().map {
                changed(
                    Route.claimsJSON.path,
                    "it shows a verdict on `\($0)`, which no journal published",
                    $0
                )
            }
        let count = site.data?["claims"]?.elements.count ?? 0
        let isDouble = count != site.claims.count
        return data
            + (isDouble
                ? [changed(Route.claimsJSON.path, "it has a claim twice, or one without an id", "")] : [])
    }

    func changed(_ path: String, _ message: String, _ claim: String) -> Diagnostic {
        PublishedSite.changed(path, message, claim: claim)
    }

    /// Findings where a file says something else than it should.
    func compare(
        _ path: String,
        _ claim: String,
        _ pairs: [(name: String, shown: String?, approved: String?)]
    ) -> [Diagnostic] {
        pairs.filter { Self.folded($0.shown) != Self.folded($0.approved) }.map {
            changed(path, "its `\($0.name)` of `\(claim)` is not the one that was approved", claim)
        }
    }

    static func folded(_ text: String?) -> String { CanonicalText.folded(text ?? "") }
}

/// The rating scale as the data of a site has it.
struct ScaleFacts: Sendable {
    let labels: [String: String]
    let numbers: [String: Int]

    init(_ data: JSONValue?) {
        let rulings = data?["scale"]?["rulings"]?.elements ?? []
        labels = Dictionary(
            rulings.compactMap { ruling in
                ruling["id"]?.string.flatMap { id in ruling["label"]?.string.map { (id, $0) } }
            }
        ) { first, _ in first }
        numbers = Dictionary(
            rulings.compactMap { ruling in
                guard let id = ruling["id"]?.string, case .integer(let number)? = ruling["number"] else {
                    return nil
                }
                return (id, number)
            }
        ) { first, _ in first }
    }
}

/// What every file of a site has to say of a published claim.
struct ClaimFacts: Sendable {
    let id: String
    let statement: String
    let title: String
    let summary: String
    let ruling: String
    let label: String?
    let number: Int?
    let bestNumber: Int?
    let published: String?
    let claimants: [String]
    let data: JSONValue

    /// Nil without the text that was approved.
    init?(_ approved: ApprovedClaim, _ data: JSONValue?, _ scale: ScaleFacts) {
        guard let text = approved.text else { return nil }
        id = approved.id
        statement = text.statement
        title = text.title
        summary = text.summary
        ruling = text.ruling
        label = scale.labels[text.ruling]
        number = scale.numbers[text.ruling]
        bestNumber = scale.numbers.isEmpty ? nil : scale.numbers.count
        published = data?["verdict"]?["published"]?.string
        claimants = (data?["claimants"]?.elements ?? []).compactMap { $0["name"]?.string }
        self.data = data ?? .null
    }
}

extension Substring {
    /// The end of the last place at which a text stands before another place.
    fileprivate func range(of text: String, from end: Index) -> Index? {
        var start = end
        while true {
            if self[start...].hasPrefix(text) { return index(start, offsetBy: text.count) }
            guard start > startIndex else { return nil }
            start = index(before: start)
        }
    }
}
