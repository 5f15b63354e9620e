import Mustache
import Newsroom

/// The front page: the newest rulings in three sizes, and links to everything else.
struct HomePage: PageContent, TemplateView {
    let title: String
    let description: String
    /// The lead: the ruling of the newest day with the most evidence.
    let lead: LeadStory?
    /// The rulings beside the lead, with their short answers.
    let beside: [ClaimCard]
    /// The sections of topics, with headlines.
    let topics: [TopicSection]
    /// The newest rulings that no other section shows.
    let latest: [ClaimCard]
    /// The newest notices of changes.
    let notices: [CorrectionView]
    /// The claims by ruling; empty below `tallyMinimum` claims.
    let tally: [RulingTally]
    /// The day of the last change of a ruling.
    let changed: DateView?
    let corrections: Hyperlink?
    let allClaims: String
    let archive: String

    /// The number of claims from which on their distribution says anything.
    private static let tallyMinimum = 10
    private static let noticeCount = 3

    init(in scope: PageScope) {
        title = scope.settings.name
        description = scope.settings.description
        let claims = scope.rankedClaims
        var choice = FrontPageChoice(of: claims)
        lead = choice.takeNewest(1).first.map { LeadStory(scope.read($0), in: scope) }
        beside = choice.takeNewest(FrontPageChoice.besideCount).map { ClaimCard(scope.read($0), in: scope) }
        topics = TopicSection.all(&choice, in: scope)
        latest = choice.takeNewest(FrontPageChoice.latestCount).map { ClaimCard(scope.read($0), in: scope) }
        notices = scope.notices.prefix(Self.noticeCount).map { CorrectionView($0.notice, $0.history, scope) }
        tally =
            claims.count < Self.tallyMinimum
            ? [] : RulingTally.tallies(in: scope) { scope.claims(ruled: $0).count }
        changed = claims.compactMap(\.lastChanged).max().map { DateView($0, scope.words) }
        corrections = scope.page(.corrections).map {
            Hyperlink($0.title.value, to: scope.links.to(.page($0.id)))
        }
        allClaims = scope.links.to(.list(.claims))
        archive = scope.links.to(.archive)
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "lead": { .record($0.lead) },
        "beside": { .section($0.beside) },
        "topics": { .section($0.topics) },
        "latest": { .section($0.latest) },
        "notices": { .section($0.notices) },
        "tally": { .section($0.tally) },
        "changed": { .record($0.changed) },
        "corrections": { .record($0.corrections) },
        "all-claims": { .text($0.allClaims) },
        "archive": { .text($0.archive) },
    ]
}

/// The lead of the front page: a claim's card with its picture and its figures.
struct LeadStory: TemplateShowable {
    let card: ClaimCard
    /// The media that are the claim, as figures.
    let media: [UInt8]
    let figures: [String]
    let length: HeadlineLength?

    init(_ rated: RatedClaim, in scope: PageScope) {
        card = ClaimCard(rated, in: scope)
        media = rated.claim.shownIn.first.map { scope.figures(of: $0) } ?? []
        figures = KeyFigures(of: rated.verdict, scope.document(of: rated.verdict), in: scope).texts
        length = HeadlineLength(of: card.title)
    }

    var templateRecord: TemplateRecord {
        card.templateRecord.merging([
            "media": .html(unlessEmpty: media), "figures": .list(figures.map { .text($0) }),
            "length": .text(length?.rawValue),
        ])
    }
}

/// A topic's section of the front page, with its newest rulings.
struct TopicSection: TemplateShowable {
    let topic: TopicCard
    let claims: [ClaimCard]

    /// The number of rulings below which a topic has no section, because a heading over one line is more heading than news.
    private static let minimum = 2

    /// The sections of all topics with rulings to show, in the order of the settings. Rulings shown already are left out.
    static func all(_ choice: inout FrontPageChoice, in scope: PageScope) -> [TopicSection] {
        scope.settings.topics.compactMap { topic in
            let chosen = choice.take(
                FrontPageChoice.topicCount,
                orNoneBelow: minimum,
                of: scope.claims(about: topic)
            )
            guard !chosen.isEmpty, let card = TopicCard(topic, in: scope) else { return nil }
            return TopicSection(topic: card, claims: chosen.map { ClaimCard(scope.read($0), in: scope) })
        }
    }

    var templateRecord: TemplateRecord { topic.templateRecord.merging(["claims": .list(claims)]) }
}

/// A topic in a list.
struct TopicCard: TemplateView {
    let name: Hyperlink
    let description: String?
    let count: String

    /// Makes the card; nil for a topic without rated claims.
    init?(_ topic: Topic, in scope: PageScope) {
        let rated = scope.claims(about: topic).count
        if rated == 0 { return nil }
        name = scope.topicLink(topic.id)
        description = topic.description
        count = scope.words.count(rated, "claim-count")
    }

    /// The cards of all topics with rated claims, in the order of the settings.
    static func all(in scope: PageScope) -> [TopicCard] {
        scope.settings.topics.compactMap { TopicCard($0, in: scope) }
    }

    static let fields: TemplateFields<Self> = [
        "name": { .record($0.name) },
        "description": { .text($0.description) },
        "count": { .text($0.count) },
    ]
}
