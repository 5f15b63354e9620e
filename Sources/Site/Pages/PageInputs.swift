import Editorial
import Files
import Newsroom

/// The inputs of an edition's pages as they are now: each has a fingerprint, which stays the same as long as every page
/// that is made from the input stays the same.
///
/// A fingerprint may cover more than a page shows, which costs a page that is made for nothing; never less.
public struct PageInputs: Sendable {
    private let edition: Edition
    private let theme: SiteTemplates
    private let records: [RecordKey: Fingerprint]

    /// Takes the fingerprints of all records, on all cores.
    public init(of edition: Edition, theme: SiteTemplates) async {
        self.edition = edition
        self.theme = theme
        let room = edition.records
        let all: [any Record] =
            Array(room.articles) + Array(room.claims) + Array(room.sources) + Array(room.verdicts)
            + Array(room.profiles) + Array(room.pages)
        let fingerprints = await all.concurrentMap { record in
            (RecordKey(of: record), Self.fingerprint(of: record, isDraft: edition.isDraft(record)))
        }
        records = Dictionary(fingerprints) { first, _ in first }
    }

    /// What an input is like.
    public func fingerprint(of input: PageInput) -> Fingerprint {
        var builder = FingerprintBuilder()
        switch input {
        case .record(let key): return records[key] ?? builder.fingerprint
        case .text(let key): return edition.record(key).map(Self.textFingerprint) ?? builder.fingerprint
        case .mentions(let key): addMentions(of: key, to: &builder)
        case .claimsSharing(let key):
            let group = RelatedClaims.group(sharing: key, in: edition)?.map(\.claim.id)
            builder.add(list: group ?? []) { $0.add($1) }
        case .claimsRuled(let id):
            add(edition.records.settings.scale.ruling(id).map(edition.claims(ruled:)), to: &builder)
        case .claimsAbout(let id):
            add(edition.records.settings.topic(id).map(edition.claims(about:)), to: &builder)
        case .claimsPublished(let period): add(edition.claims(publishedIn: period), to: &builder)
        case .all(let kind): addAll(kind, to: &builder)
        case .history(of: let id): add(edition.record.histories[id], to: &builder)
        case .histories: addHistories(to: &builder)
        case .template(let name): return theme.fingerprint(behind: name)
        case .everything: addEverything(to: &builder)
        }
        return builder.fingerprint
    }

    /// A record without its text. A verdict has days, reviewers and replies from its journal, which its file has not.
    private static func fingerprint(of record: any Record, isDraft: Bool) -> Fingerprint {
        var builder = FingerprintBuilder()
        builder.add(Fingerprint(of: record.file.bytes[..<record.body.lowerBound]))
        builder.add(isDraft)
        if let verdict = record as? Verdict {
            builder.add(verdict.published?.value.description)
            builder.add(verdict.updated?.value.description)
            builder.add(list: verdict.reviewers) { $0.add($1.value) }
            builder.add(list: verdict.replies) { builder, reply in
                builder.add(reply.from.value)
                builder.add(reply.asked?.value.description)
                builder.add(reply.answered?.value.description)
                builder.add(reply.note)
            }
        }
        return builder.fingerprint
    }

    private static func textFingerprint(of record: any Record) -> Fingerprint {
        Fingerprint(of: record.file.bytes[record.body])
    }

    private func addMentions(of key: RecordKey, to builder: inout FingerprintBuilder) {
        let room = edition.records
        switch key.kind {
        case .claim:
            builder.add(optional: room.claims[key.id].flatMap { edition.rated($0) }) { add($1, to: &$0) }
        case .article:
            let claims = room.articles[key.id].map(room.claims(in:)) ?? []
            builder.add(list: claims) { builder, claim in
                builder.add(claim.id)
                builder.add(optional: edition.rated(claim)) { add($1, to: &$0) }
            }
        case .source:
            guard let source = room.sources[key.id] else { return }
            builder.add(list: room.copies(of: source)) { $0.add($1.id) }
            add(edition.rated(room.verdicts(using: source)), to: &builder)
            builder.add(list: room.verdicts(using: source)) { $0.add($1.id) }
            add(edition.rated(room.claims(datedBy: source)), to: &builder)
            builder.add(list: room.claims(datedBy: source)) { $0.add($1.id) }
        case .profile:
            guard let profile = room.profiles[key.id] else { return }
            add(edition.claims(by: profile), to: &builder)
            builder.add(list: room.articles(of: profile)) { $0.add($1.id) }
            builder.add(list: room.verdicts(signedBy: profile)) { $0.add($1.id) }
            add(edition.rated(room.verdicts(signedBy: profile)), to: &builder)
        case .verdict, .page: return
        }
    }

    private func add(_ claims: (some Collection<RatedClaim>)?, to builder: inout FingerprintBuilder) {
        builder.add(optional: claims) { builder, claims in
            builder.add(list: Array(claims)) { add($1, to: &$0) }
        }
    }

    /// Adds what lists, counts and their order are made from; what cards show of a claim are its records.
    private func add(_ rated: RatedClaim, to builder: inout FingerprintBuilder) {
        builder.add(rated.claim.id)
        builder.add(rated.verdict.id)
        builder.add(rated.ruling.id)
        builder.add(rated.verdict.published?.value.description)
        builder.add(rated.verdict.updated?.value.description)
        builder.add(rated.verdict.evidence.count)
        builder.add(edition.isDraft(rated.verdict))
    }

    private func addAll(_ kind: RecordKind, to builder: inout FingerprintBuilder) {
        switch kind {
        case .article: builder.add(list: edition.articles) { $0.add($1.id) }
        case .claim: builder.add(list: edition.records.claims.ids) { $0.add($1) }
        case .source: builder.add(list: edition.sources) { $0.add($1.id) }
        case .verdict: add(edition.ratedClaims, to: &builder)
        case .profile:
            builder.add(list: edition.profiles) { builder, profile in
                builder.add(profile.id)
                builder.add(profile.role != nil)
            }
        case .page:
            builder.add(list: Array(edition.records.pages)) { builder, page in
                builder.add(page.id)
                builder.add(page.role?.rawValue)
            }
        }
    }

    private func addHistories(to builder: inout FingerprintBuilder) {
        builder.add(list: edition.record.histories.values.sorted { $0.claim < $1.claim }) {
            builder,
            history in
            builder.add(edition.records.claims.contains(id: history.claim))
            add(history, to: &builder)
        }
    }

    private func add(_ history: PublicHistory?, to builder: inout FingerprintBuilder) {
        builder.add(edition.record.signers != nil)
        builder.add(optional: history) { builder, history in
            builder.add(history.claim)
            builder.add(Fingerprint(of: history.journal))
            builder.add(list: history.versions) { $0.add($1.digest.hexadecimal) }
        }
    }

    private func addEverything(to builder: inout FingerprintBuilder) {
        builder.add(list: records.sorted { $0.key < $1.key }) { builder, record in
            builder.add(record.key.kind.rawValue)
            builder.add(record.key.id)
            builder.add(record.value)
        }
        addHistories(to: &builder)
        builder.add(optional: edition.record.signers) { $0.add(Fingerprint(of: $1.bytes)) }
        builder.add(edition.lastChanged.description)
    }
}

extension FingerprintBuilder {
    fileprivate mutating func add<Element>(
        list: [Element],
        _ add: (inout FingerprintBuilder, Element) -> Void
    ) {
        self.add(list.count)
        for element in list { add(&self, element) }
    }

    fileprivate mutating func add<Value>(
        optional value: Value?,
        _ add: (inout FingerprintBuilder, Value) -> Void
    ) {
        self.add(value != nil)
        if let value { add(&self, value) }
    }
}

extension Edition {
    /// A record of any kind.
    fileprivate func record(_ key: RecordKey) -> (any Record)? {
        switch key.kind {
        case .article: records.articles[key.id]
        case .claim: records.claims[key.id]
        case .source: records.sources[key.id]
        case .verdict: records.verdicts[key.id]
        case .profile: records.profiles[key.id]
        case .page: records.pages[key.id]
        }
    }
}
