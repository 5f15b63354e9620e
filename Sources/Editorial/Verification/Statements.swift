import Addresses
import Diagnostics
import Encodings
import Files
import Newsroom

/// A comparison of all that a published site states with what was approved: data, feeds, cards and pages.
struct Statements: Sendable {
    let site: PublishedSite
    /// The approved content, by the claim's id.
    let approved: [String: ApprovedClaim]
    /// The expected statements about each published claim, by its id.
    let facts: [String: ClaimFacts]
    /// Whether a known key signed the manifest and all files match it. Pages are then as built, strange things
    /// included.
    let isVouchedFor: Bool

    /// The ids in the list of journals.
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

    /// Findings where the site states something other than what was approved.
    func findings() async -> [Diagnostic] {
        guard site.entries != nil else {
            // A site without journals shows no approvals; only a signed manifest vouches for it.
            return []
        }
        let all = approved.values.sorted { $0.id < $1.id }
        // What other files state is compared with names, labels and numbers in the data.
        guard site.hasData else { return await pageFindings(all) }
        let data = all.flatMap { DataStatements(site, $0).findings } + strayClaims
        let files = tableFindings + reviewFindings + cardFindings + feedFindings
        return data + files + (await pageFindings(all))
    }

    /// Whether nothing can be compared for a claim, because its journal or text cannot be read. That is a finding
    /// already.
    func isUndecided(_ claim: String) -> Bool {
        guard let approved = approved[claim] else {
            return listed.contains(claim)
        }
        return approved.isPublished && facts[claim] == nil
    }

    /// The claim that an address on the site is about: the address of its page, or of a place on that page.
    func claim(at address: String?) -> String? {
        guard let address else { return nil }
        let path = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        guard path.hasSuffix("/"),
            let place = path.range(of: "/\(SiteFolder.claims.rawValue)/", from: path.endIndex)
        else {
            return nil
        }
        return PercentEncoding.decoded(path[place...].dropLast().utf8).flatMap {
            String(validating: $0, as: UTF8.self)
        }
    }

    /// Findings about claims in the data that no journal published.
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

    /// Findings for each value that differs from the approved one, white space aside.
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

/// The rating scale in a site's data.
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

/// The values that every file of a site has to show for a published claim.
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

    /// Collects the values; nil if the approved text is missing.
    init?(_ approved: ApprovedClaim, _ data: JSONValue?, _ scale: ScaleFacts) {
        guard let text = approved.text else { return nil }
        id = approved.id
        statement = text.statement
        title = text.title
        summary = text.summary
        ruling = approved.verdict["ruling"]?.string ?? text.ruling
        label = scale.labels[ruling]
        number = scale.numbers[ruling]
        bestNumber = scale.numbers.isEmpty ? nil : scale.numbers.count
        published = data?["verdict"]?["published"]?.string
        claimants = (data?["claimants"]?.elements ?? []).compactMap { $0["name"]?.string }
        self.data = data ?? .null
    }
}

extension Substring {
    /// The end of the last occurrence of a text at or before an index.
    fileprivate func range(of text: String, from end: Index) -> Index? {
        var start = end
        while true {
            if self[start...].hasPrefix(text) { return index(start, offsetBy: text.count) }
            guard start > startIndex else { return nil }
            start = index(before: start)
        }
    }
}
