import Mustache
import Newsroom

/// A standing page, such as about or methodology.
struct StandingPageContent: PageContent, TemplateView {
    let title: String
    let description: String
    let body: [UInt8]
    /// Links to the headings of the text; empty for fewer than three.
    let contents: [Hyperlink]
    /// The rating scale, on the methodology page only.
    let scale: RulingsPage?
    /// The changed rulings, on the corrections page only.
    let corrections: ChangesView?
    /// The notices of all claims, on the corrections page only.
    let notices: [CorrectionView]

    init(_ page: StandingPage, in scope: PageScope) {
        title = page.title.value
        description = page.summary ?? page.title.value
        body = scope.bodyHTML(of: page)
        let headings = scope.document(of: page).headings.filter { $0.level == 2 }
        contents = headings.count < 3 ? [] : headings.map { Hyperlink($0.text, to: "#" + $0.anchor) }
        corrections = page.role == .corrections ? ChangesView(in: scope) : nil
        scale = page.role == .methodology ? RulingsPage(in: scope) : nil
        notices = page.role == .corrections ? CorrectionView.all(in: scope) : []
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "body": { .html(unlessEmpty: $0.body) },
        "contents": { .section($0.contents) },
        "rulings": { .record($0.scale) },
        "corrections": { .record($0.corrections) },
        "notices": { .section($0.notices) },
    ]
}

/// A row in the table of the scale.
struct ScaleEntry: TemplateView {
    let ruling: Shared<RulingView>
    let number: String?
    let count: String

    /// The rows of all rulings: the steps, best first, then the labels.
    static func all(in scope: PageScope) -> [ScaleEntry] {
        scope.settings.scale.all.map { ruling in
            ScaleEntry(
                ruling: scope.view(ruling),
                number: ruling.number.map(scope.words.number),
                count: scope.words.count(
                    scope.claims(ruled: ruling).count,
                    "claim-count"
                )
            )
        }
    }

    static let fields: TemplateFields<Self> = [
        "ruling": { .record($0.ruling) },
        "number": { .text($0.number) },
        "count": { .text($0.count) },
    ]
}

/// The page about the rating scale.
struct RulingsPage: PageContent, TemplateView {
    let title: String
    let description: String
    let drawing: DrawnScale
    let entries: [ScaleEntry]

    init(in scope: PageScope) {
        title = scope.words["rulings.title"]
        description = scope.words["rulings.introduction"]
        drawing = scope.scale(pointingAt: nil)
        entries = ScaleEntry.all(in: scope)
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "introduction": { .text($0.description) },
        "scale": { .record($0.drawing) },
        "entries": { .list($0.entries) },
    ]
}

/// The page with all topics.
struct TopicsPage: PageContent, TemplateView {
    let title: String
    let description: String
    let topics: [TopicCard]

    init(in scope: PageScope) {
        title = scope.words["topics.title"]
        description = scope.words["topics.introduction"]
        topics = TopicCard.all(in: scope)
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "introduction": { .text($0.description) },
        "topics": { .section($0.topics) },
    ]
}

/// The page for unknown addresses (HTTP status 404).
struct NotFoundPage: PageContent, TemplateView {
    let title: String
    let description: String
    let home: String
    let allClaims: String
    let search: String

    init(in scope: PageScope) {
        title = scope.words["not-found.title"]
        description = scope.words["not-found.text"]
        home = scope.links.to(.home)
        allClaims = scope.links.to(.list(.claims))
        search = scope.links.to(.search)
    }

    static let fields: TemplateFields<Self> = [
        "search": { .text($0.search) },
        "title": { .text($0.title) },
        "text": { .text($0.description) },
        "home": { .text($0.home) },
        "all-claims": { .text($0.allClaims) },
    ]
}
