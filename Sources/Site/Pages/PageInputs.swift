import Digests
import Editorial
import Files
import Newsroom

/// The inputs of an edition's pages as they are now: each has a fingerprint, which stays the same as long as every page
/// that is made from the input stays the same.
///
/// A fingerprint may cover more than a page shows, which costs a page that is made for nothing; never less.
package struct PageInputs: Sendable {
    let edition: Edition
    private let theme: SiteTemplates
    /// Of the records without their texts, by number.
    private let records: [Fingerprint]
    /// Of what lists show of rated claims, in the edition's order.
    let rated: [Fingerprint]

    /// Takes the fingerprints of all records, on all cores.
    package init(of edition: Edition, theme: SiteTemplates) async {
        self.edition = edition
        self.theme = theme
        records = await (0..<edition.numbers.count).concurrentMap { number in
            let record = edition.numbers.record(number)
            return Self.fingerprint(of: record, in: edition)
        }
        rated = await edition.ratedClaims.concurrentMap { rated in
            Self.fingerprint(of: rated, isDraft: edition.isDraft(rated.verdict))
        }
    }

    /// What an input is like.
    package func fingerprint(of number: InputNumber) -> Fingerprint {
        if let (part, record) = edition.inputs.part(number) { return fingerprint(of: part, ofRecord: record) }
        var builder = FingerprintBuilder()
        switch edition.inputs.input(number) {
        case .record, .text, .mentions, .claimsSharing: break  // There is no such record.
        case .claimsRuled(let id):
            add(edition.records.settings.scale.ruling(id).map(edition.claims(ruled:)), to: &builder)
        case .claimsAbout(let id):
            add(edition.records.settings.topic(id).map(edition.claims(about:)), to: &builder)
        case .claimsPublished(let period): add(edition.claims(publishedIn: period), to: &builder)
        case .all(let kind): kind.siteType?.addAll(in: self, to: &builder)
        case .history(of: let id): add(edition.publicRecord.histories[id], to: &builder)
        case .histories: addHistories(to: &builder)
        case .template(let name): return theme.fingerprint(behind: name)
        case .everything: addEverything(to: &builder)
        }
        return builder.fingerprint
    }

    private func fingerprint(of part: RecordPart, ofRecord number: Int) -> Fingerprint {
        if part == .front { return records[number] }
        let record = edition.numbers.record(number)
        var builder = FingerprintBuilder()
        switch part {
        case .front: break
        case .text: return Fingerprint(of: record.file.bytes[record.body])
        case .mentions: (record as? any SiteRecord)?.addMentions(in: self, to: &builder)
        case .sharing:
            let group = RelatedClaims.group(sharing: number, in: edition)?.map(\.claim.id)
            builder.add(list: group ?? []) { $0.add($1) }
        case .history: add(edition.publicRecord.histories[record.id], to: &builder)
        }
        return builder.fingerprint
    }

    /// A record without its text, and what readers are told of a verdict's publication.
    private static func fingerprint(of record: any Record, in edition: Edition) -> Fingerprint {
        var builder = FingerprintBuilder()
        builder.add(Fingerprint(of: record.file.bytes[..<record.body.lowerBound]))
        builder.add(edition.isDraft(record))
        // One whose file does not have its digest is not shown.
        if let document = record as? any CapturedDocument, let snapshot = document.snapshot {
            let copy = edition.records.captures.copy(snapshot)
            builder.add(copy?.digest.hexadecimal)
            builder.add(copy?.capture?.line)
            builder.add(edition.stamps(of: snapshot))
        }
        if let medium = record as? Medium { builder.add(medium.content?.sha256) }
        if edition.records.media.count > 0 { builder.add(list: record.mediaInText) { $0.add($1) } }
        if let verdict = record as? Verdict { builder.add(edition.records.publication(of: verdict)) }
        return builder.fingerprint
    }

    /// What lists, counts and their order are made from; what cards show of a claim are its records.
    private static func fingerprint(of rated: RatedClaim, isDraft: Bool) -> Fingerprint {
        var builder = FingerprintBuilder()
        builder.add(rated.claim.id)
        builder.add(rated.verdict.id)
        builder.add(rated.ruling.id)
        builder.add(rated.publication.published?.value.description)
        builder.add(rated.publication.updated?.value.description)
        builder.add(rated.verdict.evidence.count)
        builder.add(isDraft)
        return builder.fingerprint
    }

    /// Adds what lists show of rated claims.
    func add(_ claims: RatedClaims?, to builder: inout FingerprintBuilder) {
        builder.add(optional: claims?.ranks) { builder, ranks in
            builder.add(list: ranks) { $0.add(rated[$1]) }
        }
    }

    /// Adds a rated claim by its rank, or that a claim is not rated.
    func add(_ rank: Int?, to builder: inout FingerprintBuilder) {
        builder.add(optional: rank) { $0.add(rated[$1]) }
    }

    private func addHistories(to builder: inout FingerprintBuilder) {
        builder.add(list: edition.publicRecord.histories.values.sorted { $0.claim < $1.claim }) {
            builder,
            history in
            builder.add(edition.records.claims.contains(id: history.claim))
            add(history, to: &builder)
        }
    }

    private func add(_ history: PublicHistory?, to builder: inout FingerprintBuilder) {
        builder.add(edition.publicRecord.signers != nil)
        builder.add(optional: history) { builder, history in
            builder.add(history.claim)
            builder.add(Fingerprint(of: history.journal))
            builder.add(list: history.lines.indices.map { $0 }) { builder, index in
                builder.add(history.signatures.isVerified(index))
                builder.add(history.signatures.counts(index))
            }
            builder.add(list: history.versions) { $0.add($1.digest.hexadecimal) }
        }
    }

    private func addEverything(to builder: inout FingerprintBuilder) {
        for (number, fingerprint) in records.enumerated() {
            let key = RecordKey(of: edition.numbers.record(number))
            builder.add(key.kind.rawValue)
            builder.add(key.id)
            builder.add(fingerprint)
        }
        addHistories(to: &builder)
        builder.add(optional: edition.publicRecord.signers) { $0.add(Fingerprint(of: $1.bytes)) }
        builder.add(edition.lastChanged.description)
        builder.add(list: edition.requested.sorted()) { $0.add($1) }
    }
}

extension FingerprintBuilder {
    fileprivate mutating func add(_ stamps: [HeldStamp]) {
        add(list: stamps) { builder, stamp in
            builder.add(stamp.path)
            builder.add(stamp.isVouchedFor)
            builder.add(stamp.time?.description)
        }
    }

    fileprivate mutating func add(_ publication: VerdictPublication) {
        add(publication.published?.value.description)
        add(publication.updated?.value.description)
        add(list: publication.reviewers) { $0.add($1.value) }
        add(list: publication.replies) { builder, reply in
            builder.add(reply.from.value)
            builder.add(reply.asked?.value.description)
            builder.add(reply.answered?.value.description)
            builder.add(reply.note)
        }
        add(publication.isRetracted)
    }

    mutating func add<Element>(
        list: [Element],
        _ add: (inout FingerprintBuilder, Element) -> Void
    ) {
        self.add(list.count)
        for element in list { add(&self, element) }
    }

    mutating func add<Value>(
        optional value: Value?,
        _ add: (inout FingerprintBuilder, Value) -> Void
    ) {
        self.add(value != nil)
        if let value { add(&self, value) }
    }
}
