import Digests
import Newsroom

extension Claim: SiteRecord {
    func page(_ number: Int, in scope: PageScope) -> (any PageContent)? { ClaimPage(self, in: scope) }

    func lastChanged(in edition: Edition) -> CalendarDate? { edition.rated(self)?.lastChanged }

    func addMentions(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        inputs.add(inputs.edition.rank(ofClaim: id), to: &builder)
    }
}
