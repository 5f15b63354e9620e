import Addresses
import Editorial
import Markdown
import Mustache
import Newsroom

/// The page of the texts that readers once had of a claim, and of what each correction changed.
struct TextsPage: PageContent, TemplateView {
    let title: String
    let description: String
    let claim: Hyperlink
    let retraction: RetractionView?
    /// The publications, newest first.
    let publications: [PublishedTextView]
    /// The whole history, of which the claim's page shows the end.
    let history: HistoryView

    /// Makes the page; nil for a claim of which readers had one text only.
    init?(_ claim: Claim, in scope: PageScope) {
        guard let history = scope.history(of: claim), history.hasEarlierTexts else { return nil }
        let headline = scope.rated(claim)?.verdict.title.value
        let subject = headline ?? scope.retractedTitle(of: claim)
        title = scope.words["texts.title"]
        description = scope.words.text("texts.description", ["title": subject])
        self.claim = Hyperlink(subject, to: scope.links.to(.claim(claim.id)))
        retraction = history.standing.retraction.map { RetractionView($0, of: claim.id, in: scope) }
        publications = PublishedTextView.all(of: history, in: scope)
        self.history = HistoryView(history, in: scope)
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "introduction": { .text($0.description) },
        "claim": { .record($0.claim) },
        "retraction": { .record($0.retraction) },
        "history": { .record($0.history) },
        "publications": { .list($0.publications) },
    ]
}

extension PublicHistory {
    /// Whether readers had another text than the one that they have now, or one that was retracted.
    var hasEarlierTexts: Bool { versions.count > 1 || (standing.retraction != nil && !versions.isEmpty) }
}

/// One text that readers had, with its changes to the text before it.
struct PublishedTextView: TemplateView {
    let date: DateView
    let kind: String
    let note: String?
    /// The digest, linked to the text as it was signed.
    let digest: Hyperlink
    let anchor: String
    let ruling: Shared<RulingView>?
    let changes: [ReaderChangeView]
    /// The whole text; nil for the one that the claim's page shows.
    let text: EarlierText?
    /// Whether a text stands before it.
    let isFollowing: Bool
    /// The changes from this text to today's; empty where the changes of the next text are the same.
    let changesUntilToday: [ReaderChangeView]

    /// The publications of a history, newest first. A text that was put before readers twice is whole once.
    static func all(of history: PublicHistory, in scope: PageScope) -> [PublishedTextView] {
        let texts = Dictionary(
            history.versions.compactMap { version in
                JudgedText(reading: version.bytes).map { (version.digest, $0) }
            }
        ) { first, _ in first }
        let shown = history.standing.publication?.digest
        var views: [PublishedTextView] = []
        let today = shown.flatMap { texts[$0] }
        let numbers = history.publications.indices
        var before: JudgedText?
        for (place, publication) in history.publications.enumerated() {
            guard let text = texts[publication.digest] else { continue }
            // The next text has the changes to today's already if it is today's.
            let isNextToday =
                numbers.contains(place + 1) && history.publications[place + 1].digest == shown
            let isLast = history.publications.lastIndex { $0.digest == publication.digest } == place
            views.append(
                PublishedTextView(
                    publication,
                    number: place + 1,
                    of: history.claim,
                    changes: before.map { ReaderChange.all(from: $0, to: text) },
                    text: isLast && publication.digest != shown ? text : nil,
                    untilToday: isLast && publication.digest != shown && !isNextToday
                        ? today.map { ReaderChange.all(from: text, to: $0) } ?? [] : [],
                    in: scope
                )
            )
            before = text
        }
        return views.reversed()
    }

    private init(
        _ publication: Publication,
        number: Int,
        of claim: String,
        changes: [ReaderChange]?,
        text: JudgedText?,
        untilToday: [ReaderChange],
        in scope: PageScope
    ) {
        date = DateView(publication.day(in: scope.settings.timeZone), scope.words)
        kind =
            publication.correction.map { scope.words["correction.\($0.kind.rawValue)"] }
            ?? scope.words["history.published"]
        note = publication.correction?.note
        digest = Hyperlink(
            publication.digest.short,
            to: scope.links.to(.version(of: claim, publication.digest))
        )
        anchor = "text_\(number)"
        ruling = scope.settings.scale.ruling(publication.ruling).map { scope.view($0) }
        isFollowing = changes != nil
        self.changes = (changes ?? []).map { ReaderChangeView($0, in: scope) }
        changesUntilToday = untilToday.map { ReaderChangeView($0, in: scope) }
        self.text = text.map { EarlierText($0, in: scope) }
    }

    static let fields: TemplateFields<Self> = [
        "date": { .record($0.date) },
        "kind": { .text($0.kind) },
        "note": { .text($0.note) },
        "digest": { .record($0.digest) },
        "anchor": { .text($0.anchor) },
        "ruling": { .record($0.ruling) },
        "following": { .bool($0.isFollowing) },
        "changes": { .section($0.changes) },
        "text": { .record($0.text) },
        "until-today": { .section($0.changesUntilToday) },
    ]
}

/// A change in one part of the text.
struct ReaderChangeView: TemplateView {
    let part: String
    let subject: String?
    let stretches: [TextRevision.Stretch]

    init(_ change: ReaderChange, in scope: PageScope) {
        part = scope.words["texts.\(change.part == .title ? "headline" : change.part.rawValue)"]
        subject = change.subject
        stretches = change.words.stretches
    }

    static let fields: TemplateFields<Self> = [
        "part": { .text($0.part) },
        "subject": { .text($0.subject) },
        "stretches": { .list($0.stretches.map(StretchView.init)) },
    ]
}

/// A run of words in a change.
struct StretchView: TemplateView {
    let stretch: TextRevision.Stretch

    static let fields: TemplateFields<Self> = [
        "text": { .text($0.stretch.text) },
        "removed": { .bool($0.stretch.fate == .removed) },
        "added": { .bool($0.stretch.fate == .added) },
        "left-out": { .bool($0.stretch.fate == .leftOut) },
    ]
}
