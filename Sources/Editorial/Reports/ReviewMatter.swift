import Digests
import Newsroom

/// Everything that a reviewer judges of a claim, on one page: for the terminal and the browser alike.
///
///     let matter = ReviewMatter(claim, in: newsroom)
///     matter.evidence.first?.quote
package struct ReviewMatter: Sendable {
    /// An occasion on which the claim was made.
    package struct Occurrence: Hashable, Sendable {
        /// What the claimant did: `stated`, `repeated`, `walked-back` or `denied`.
        package let act: String
        /// The exact words.
        package let quote: String?
        /// The title of the article, or the words of the medium.
        package let title: String
        /// The path of the record's file.
        package let file: String?
        /// The place in it, and the day, as far as they are given.
        package let place: [String]
        /// The speaker's name, if not the claimant's.
        package let speaker: String?
        /// What is held of the page or the picture.
        package let holding: Holding
    }

    /// A piece of evidence.
    package struct Piece: Hashable, Sendable {
        /// Its number in the verdict, from 1.
        package let number: Int
        /// `supports`, `undermines` or `context`.
        package let stance: String
        /// What it shows, in the newsroom's words.
        package let shows: String
        /// A short quotation from it.
        package let quote: String?
        /// The place in it.
        package let locator: String?
        /// The title, with the publisher.
        package let title: String
        /// The address.
        package let address: String?
        /// The path of the record's file.
        package let file: String?
        /// What is held of the page or the picture.
        package let holding: Holding
    }

    /// What a newsroom holds of a document.
    package enum Holding: Hashable, Sendable {
        /// Nothing.
        case nothing
        /// A captured copy, by its path; `isHere` is false where the lock alone knows it.
        case capture(path: String, isHere: Bool)
        /// A picture, recording or document, by its path.
        case medium(path: String)

        /// What is held, in words; nil for nothing.
        package var words: String? {
            switch self {
            case .nothing: nil
            case .capture(let path, true): "captured: \(path)"
            case .capture(let path, false): "captured, not in this folder: \(path)"
            case .medium(let path): "file: \(path)"
            }
        }
    }

    /// Someone who was asked for a reply, as the verdict and the journal tell it.
    package struct Answer: Hashable, Sendable {
        /// The name of who was asked.
        package let name: String
        /// When they were asked; nil if the reply came unasked.
        package let asked: String?
        /// When they answered; nil if they did not.
        package let answered: String?
        /// What was asked or answered.
        package let note: String?
    }

    /// A remark.
    package struct Remark: Hashable, Sendable {
        /// The profile id of who wrote it.
        package let author: String
        /// When.
        package let time: JournalTime
        /// The remark.
        package let note: String
        /// The passage that it is about; nil for the claim as such.
        package let passage: Passage?
        /// The places of the passage in the text of today; empty if it is gone.
        package let places: [String]
    }

    /// The names of the claimants.
    package let claimants: [String]
    /// The claim's context, as it is written.
    package let context: String
    /// The occasions, in the claim's order.
    package let appearances: [Occurrence]
    /// The evidence, in the verdict's order.
    package let evidence: [Piece]
    /// The reasoning, as it is written.
    package let reasoning: String
    /// Rulings on parts: the part, the ruling and a note.
    package let parts: [(part: String, ruling: String, note: String?)]
    /// Who was asked for a reply, and what came.
    package let replies: [Answer]
    /// What would change the ruling.
    package let wouldChange: String?
    /// What the author said when they submitted this text.
    package let authorsNote: String?
    /// The remarks, oldest first.
    package let remarks: [Remark]

    /// Collects what there is to judge of a claim.
    package init(_ claim: DeskClaim, in newsroom: Newsroom) {
        func name(_ id: String) -> String { newsroom.profiles[id]?.name.value ?? id }
        let zone = newsroom.settings.timeZone
        let text = JudgedText(on: claim.claim, in: newsroom)
        claimants = claim.claim.claimants.map { name($0.value) }
        context = Self.body(of: claim.claim)
        appearances =
            claim.claim.appearances.map { Self.appearance($0, in: newsroom) }
            + claim.claim.shownIn.map { Self.appearance($0, in: newsroom) }
        let verdict = claim.verdict
        evidence = (verdict?.evidence ?? []).enumerated().map { Self.piece($1, number: $0 + 1, in: newsroom) }
        reasoning = verdict.map(Self.body) ?? ""
        parts = (verdict?.parts ?? []).map { ($0.part.value, $0.ruling.value, $0.note) }
        let written = (verdict?.written.replies ?? []).map { reply in
            Answer(
                name: name(reply.from.value),
                asked: reply.asked.map { "\($0.value)" },
                answered: reply.answered.map { "\($0.value)" },
                note: reply.note
            )
        }
        replies =
            written
            + claim.history.replies.map { reply in
                Answer(
                    name: name(reply.profile),
                    asked: reply.asked?.clock(in: zone),
                    answered: reply.received?.clock(in: zone),
                    note: reply.note
                )
            }
        wouldChange = verdict?.wouldChange?.value
        let submission = claim.journal.lines.last { $0.event.kind == .submitted }
        authorsNote = submission?.event.digest == claim.digest ? submission?.event.note : nil
        let names = newsroom.formerIDs
        remarks = claim.journal.lines.filter { $0.event.kind == .commented }.map { line in
            Remark(
                author: names.current(.record(.profile), line.author),
                time: line.time,
                note: line.event.note ?? "",
                passage: line.event.passage,
                places: line.event.passage.flatMap { passage in text.map { passage.places(in: $0) } } ?? []
            )
        }
    }

    private static func body(of record: some Record) -> String {
        String(decoding: record.file.bytes[record.body], as: UTF8.self).trimmingBlanks
    }
}

extension ReviewMatter {
    private static func appearance(
        _ appearance: Appearance,
        in newsroom: Newsroom
    ) -> Occurrence {
        let article = newsroom.articles[appearance.article.value]
        return Occurrence(
            act: appearance.kind.rawValue,
            quote: appearance.quote.value,
            title: article?.title.value ?? appearance.article.value,
            file: article?.file.path,
            place: [appearance.locator, appearance.date.map { "\($0.value)" }].compactMap(\.self),
            speaker: appearance.by.map { newsroom.profiles[$0.value]?.name.value ?? $0.value },
            holding: holding(article?.snapshot, newsroom)
        )
    }

    private static func appearance(_ occasion: MediumOccasion, in newsroom: Newsroom) -> Occurrence {
        let medium = newsroom.media[occasion.medium.value]
        return Occurrence(
            act: occasion.kind.rawValue,
            quote: occasion.quote.value,
            title: medium?.caption?.value ?? occasion.medium.value,
            file: medium?.file.path,
            place: [occasion.locator, occasion.date.map { "\($0.value)" }].compactMap(\.self),
            speaker: occasion.by.map { newsroom.profiles[$0.value]?.name.value ?? $0.value },
            holding: medium.map { .medium(path: $0.path) } ?? .nothing
        )
    }

    private static func piece(_ evidence: Evidence, number: Int, in newsroom: Newsroom) -> Piece {
        let id = evidence.reference.id.value
        var title = id
        var address: String?
        var file: String?
        var held = Holding.nothing
        switch evidence.reference {
        case .source:
            if let source = newsroom.sources[id] {
                title = "\(source.title.value), \(source.publisher.value)"
                (address, file) = (source.url?.value, source.file.path)
                held = holding(source.snapshot, newsroom)
            }
        case .article:
            if let article = newsroom.articles[id] {
                title = article.title.value
                (address, file) = (article.url?.value, article.file.path)
                held = holding(article.snapshot, newsroom)
            }
        case .medium:
            if let medium = newsroom.media[id] {
                title = medium.caption?.value ?? id
                (address, file) = (medium.url?.value, medium.file.path)
                held = .medium(path: medium.path)
            }
        }
        return Piece(
            number: number,
            stance: evidence.stance.rawValue,
            shows: evidence.shows.value,
            quote: evidence.quote?.value,
            locator: evidence.locator,
            title: title,
            address: address,
            file: file,
            holding: held
        )
    }

    private static func holding(_ snapshot: Snapshot?, _ newsroom: Newsroom) -> Holding {
        guard let snapshot, let copy = newsroom.captures.copy(snapshot) else { return .nothing }
        return .capture(path: snapshot.file.value, isHere: copy.isHere)
    }
}
