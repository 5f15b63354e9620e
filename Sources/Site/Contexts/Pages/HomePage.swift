import Mustache
import Newsroom

/// The front page: the newest rulings, and links to everything else.
struct HomePage: PageContent, TemplateView {
    let title: String
    let description: String
    /// The lead: the ruling of the newest day with the most evidence.
    let lead: ClaimCard?
    /// The rulings beside the lead.
    let beside: [ListedClaim]
    let tally: [RulingTally]
    let topics: [TopicSection]
    /// The newest rulings that no other section shows.
    let latest: [ListedClaim]
    let allClaims: String
    let archive: String

    init(in scope: PageScope) {
        title = scope.settings.name
        description = scope.settings.description
        var choice = FrontPageChoice(of: scope.rankedClaims)
        lead = choice.takeNewest(1).first.map { ClaimCard(scope.read($0), in: scope) }
        beside = choice.takeNewest(FrontPageChoice.besideCount).map { scope.listed($0) }
        tally = RulingTally.tallies(in: scope) { scope.claims(ruled: $0).count }
        topics = TopicSection.all(&choice, in: scope)
        latest = choice.takeNewest(FrontPageChoice.latestCount).map { scope.listed($0) }
        allClaims = scope.links.to(.list(.claims))
        archive = scope.links.to(.archive)
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "lead": { .record($0.lead) },
        "beside": { .section($0.beside) },
        "tally": { .section($0.tally) },
        "topics": { .section($0.topics) },
        "latest": { .section($0.latest) },
        "all-claims": { .text($0.allClaims) },
        "archive": { .text($0.archive) },
    ]
}

/// A topic's section of the front page, with its newest rulings.
struct TopicSection: TemplateShowable {
    let topic: TopicCard
    let claims: [ListedClaim]

    /// The sections of all topics with rulings to show, in the order of the settings. Rulings shown already are left out.
    static func all(_ choice: inout FrontPageChoice, in scope: PageScope) -> [TopicSection] {
        scope.settings.topics.compactMap { topic in
            let chosen = choice.take(FrontPageChoice.topicCount, of: scope.claims(about: topic))
            guard !chosen.isEmpty, let card = TopicCard(topic, in: scope) else { return nil }
            return TopicSection(topic: card, claims: chosen.map { scope.listed($0) })
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
