import Addresses
import Diagnostics
import Files
import Newsroom

/// The published claims in a built folder, from `data/claims.json`.
package struct PublishedClaims: Sendable {
    private let claims: [String: JSONValue]

    private static let sizeLimit = 512 * 1024 * 1024

    /// Reads a built folder.
    /// - Throws: a refusal if that file is missing or not JSON.
    package init(in site: FileTree) throws(Refusal) {
        do {
            let bytes = try site.contents(of: Route.claimsJSON.path, limit: Self.sizeLimit)
            let document = try JSONValue(parsing: bytes)
            let pairs = (document["claims"]?.elements ?? []).compactMap { claim in
                claim["id"]?.string.map { ($0, claim) }
            }
            claims = Dictionary(pairs) { first, _ in first }
        } catch {
            throw Refusal(
                "`\(Route.claimsJSON.path)` in the published folder cannot be read: \(error)",
                help: "`--site` names the folder that readers have, or a copy of it"
            )
        }
    }

    /// A refusal if a verdict differs from the published one; nil if they match.
    package func difference(from verdict: Verdict, on claim: Claim) -> Refusal? {
        guard let shown = claims[claim.id], let published = shown["verdict"] else {
            return Refusal(
                "readers do not have it: \(Route.claimsJSON.path) does not know it",
                help: "take `published` out, and `assay submit` it"
            )
        }
        let pairs = [
            ("statement", shown["statement"]?.string, claim.statement.value),
            ("ruling", published["ruling"]?.string, verdict.ruling.value),
            ("title", published["title"]?.string, verdict.title.value),
            ("summary", published["summary"]?.string, verdict.summary.value),
            (
                "published", published["published"]?.string,
                verdict.written.published.map { "\($0.value)" } ?? ""
            ),
        ]
        guard
            let (name, _, _) = pairs.first(where: {
                CanonicalText.folded($0.1 ?? "") != CanonicalText.folded($0.2)
            })
        else {
            return nil
        }
        return Refusal(
            "readers have another `\(name)`",
            help: "put back what readers have, adopt it, and have the change reviewed as a correction"
        )
    }
}
