import Addresses
import Digests
import Newsroom

/// A verdict stands on its claim's page.
extension Verdict: SiteRecord {
    static var hasPages: Bool { false }

    static func route(to id: String, in scope: PageScope) -> Route? {
        scope.verdict(id).flatMap { scope.claim($0.claim.value) }.map { .claim($0.id) }
    }

    func page(_ number: Int, in scope: PageScope) -> (any PageContent)? { nil }

    static func addAll(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        builder.add(list: inputs.rated) { $0.add($1) }
    }
}
