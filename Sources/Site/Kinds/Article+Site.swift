import Digests
import Newsroom

extension Article: SiteRecord {
    func page(_ number: Int, in scope: PageScope) -> (any PageContent)? { ArticlePage(self, in: scope) }

    func lastChanged(in edition: Edition) -> CalendarDate? {
        edition.records.claims(in: self).compactMap(edition.rated).lastChanged
    }

    func addMentions(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        builder.add(list: inputs.edition.records.claims(in: self)) { builder, claim in
            builder.add(claim.id)
            inputs.add(inputs.edition.rank(ofClaim: claim.id), to: &builder)
        }
    }

    static func addAll(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        builder.add(list: inputs.edition.articles) { $0.add($1.id) }
    }
}
