import Digests
import Newsroom

extension Profile: SiteRecord {
    func page(_ number: Int, in scope: PageScope) -> (any PageContent)? {
        ProfilePage(self, number: number, in: scope)
    }

    /// The pages of the longer of the two lists: claims that they made, and verdicts that they signed.
    func pageCount(in edition: Edition) -> Int {
        let verdicts = edition.rated(edition.records.verdicts(signedBy: self))
        return Pagination.pageCount(of: max(edition.claims(by: self).count, verdicts.count))
    }

    func lastChanged(in edition: Edition) -> CalendarDate? { edition.claims(by: self).lastChanged }

    func addMentions(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        let edition = inputs.edition
        let room = edition.records
        inputs.add(edition.claims(by: self), to: &builder)
        builder.add(list: room.articles(of: self)) { $0.add($1.id) }
        builder.add(list: room.verdicts(signedBy: self)) { $0.add($1.id) }
        inputs.add(edition.rated(room.verdicts(signedBy: self)), to: &builder)
    }

    static func addAll(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        builder.add(list: inputs.edition.profiles) { builder, profile in
            builder.add(profile.id)
            builder.add(profile.role != nil)
            builder.add(ProfileGroup(profile, in: inputs.edition.settings).rawValue)
        }
    }
}
