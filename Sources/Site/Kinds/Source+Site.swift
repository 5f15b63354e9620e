import Digests
import Newsroom

extension Source: SiteRecord {
    func page(_ number: Int, in scope: PageScope) -> (any PageContent)? { SourcePage(self, in: scope) }

    func lastChanged(in edition: Edition) -> CalendarDate? {
        edition.records.verdicts(using: self).compactMap(edition.rated).lastChanged
    }

    func addMentions(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        let edition = inputs.edition
        let room = edition.records
        builder.add(list: room.copies(of: self)) { $0.add($1.id) }
        inputs.add(edition.rated(room.verdicts(using: self)), to: &builder)
        builder.add(list: room.verdicts(using: self)) { $0.add($1.id) }
        inputs.add(edition.rated(room.claims(datedBy: self)), to: &builder)
        builder.add(list: room.claims(datedBy: self)) { $0.add($1.id) }
    }

    static func addAll(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        builder.add(list: inputs.edition.sources) { builder, source in
            builder.add(source.id)
            builder.add(source.sourceKind.rawValue)
        }
    }
}
