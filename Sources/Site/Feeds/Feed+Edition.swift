import Addresses
import Editorial
import Encodings
import Newsroom

extension Feed {
    /// The number of entries in a feed, newest first.
    static let entryLimit = 50

    /// The name of a topic's feed.
    static func name(_ topic: Topic) -> String {
        // Encoded, because a slash in an id would make a folder.
        "\(SiteFolder.topics.rawValue)/" + PercentEncoding.component(topic.id)
    }

    /// The feed of all verdicts and retractions, last changed first.
    static func rulings(of edition: Edition, _ words: Catalogue, _ texts: FeedTexts) -> Feed {
        Feed(
            edition,
            words,
            name: "rulings",
            title: edition.records.settings.name,
            subtitle: edition.records.settings.description,
            page: .home,
            entries: entries(newest(edition.publishedClaims), in: edition, texts)
                + edition.retractions.map { Entry($0.claim, $0.retraction, in: edition) }
        )
    }

    /// The feed of the verdicts on what somebody asked about, without a word of what was asked, or by whom; nil where there is none.
    static func answered(_ edition: Edition, _ words: Catalogue, _ texts: FeedTexts) -> Feed? {
        let claims = edition.publishedClaims.filter { edition.requested.contains($0.claim.id) }
        guard !claims.isEmpty else { return nil }
        return Feed(
            edition,
            words,
            name: "answered",
            title: "\(edition.records.settings.name): \(words["feed.answered"])",
            subtitle: words["feed.answered-meaning"],
            page: .home,
            entries: entries(newest(claims), in: edition, texts)
        )
    }

    /// The feed of a topic's verdicts, last changed first.
    static func topic(_ topic: Topic, of edition: Edition, _ words: Catalogue, _ texts: FeedTexts) -> Feed {
        Feed(
            edition,
            words,
            name: name(topic),
            title: "\(edition.records.settings.name): \(topic.name)",
            subtitle: topic.description,
            page: .topic(topic.id),
            entries: entries(newest(edition.publishedClaims(about: topic)), in: edition, texts)
        )
    }

    /// The entries of claims, the first of them with their whole texts.
    private static func entries(_ claims: [RatedClaim], in edition: Edition, _ texts: FeedTexts) -> [Entry] {
        claims.enumerated().compactMap { place, rated in
            var entry = Entry(rated, in: edition)
            if place < FeedTexts.limit { entry?.text = texts.html(of: rated) }
            entry?.mediaReviews = edition.media(of: rated).compactMap { medium in
                medium.authenticity.map { (medium.id, $0.value.schemaName) }
            }
            entry?.picture = texts.picture(of: rated)
            return entry
        }
    }

    /// The claims for a feed, last changed first; claims changed on one day have the front page's order.
    private static func newest(_ claims: [RatedClaim]) -> [RatedClaim] {
        let dated = claims.compactMap { claim in claim.lastChanged.map { (changed: $0, claim: claim) } }
        let sorted = dated.sorted { left, right in
            left.changed != right.changed
                ? left.changed > right.changed
                : FrontPageChoice.precedes(RankedClaim(left.claim), RankedClaim(right.claim))
        }
        return sorted.prefix(entryLimit).map(\.claim)
    }

    /// The feed of corrections and retractions. It is published even if empty, so that readers can subscribe in advance.
    static func corrections(of edition: Edition, _ words: Catalogue) -> Feed {
        let page = edition.page(.corrections)
        let title = page?.title.value ?? "Corrections"
        return Feed(
            edition,
            words,
            name: "corrections",
            title: "\(edition.records.settings.name): \(title)",
            subtitle: page?.summary,
            page: page.map { .page($0.id) } ?? .home,
            entries: edition.notices.compactMap { Entry($0.notice, of: $0.history, in: edition) }
        )
    }

    private init(
        _ edition: Edition,
        _ words: Catalogue,
        name: String,
        title: String,
        subtitle: String?,
        page: Route,
        entries all: [Entry]
    ) {
        let settings = edition.records.settings
        self.name = name
        self.title = title
        self.subtitle = subtitle.flatMap { $0.isEmpty ? nil : $0 }
        self.page = edition.address(page)
        language = settings.language
        license = settings.license
        hub = WebAddress.linkable(settings.hosting.hub?.value)
        publisher = edition.records.profiles[settings.publisher.value].map { Author($0, in: edition) }
        entries = all.enumerated().sorted { left, right in
            (right.element.updated, left.offset) < (left.element.updated, right.offset)
        }
        .prefix(Self.entryLimit).map(\.element)
        updated = entries.first?.updated ?? edition.lastChanged
        siteAddress = edition.siteAddress
        timeZone = settings.timeZone
        self.words = words
    }
}

extension Feed.Author {
    /// A profile with its home page, or else its page on the site.
    init(_ profile: Profile, in edition: Edition) {
        name = profile.name.value
        address = profile.homePage ?? edition.address(.profile(profile.id))
    }
}

extension Feed.Entry {
    /// The entry of a verdict; nil for a draft.
    init?(_ rated: RatedClaim, in edition: Edition) {
        guard let published = rated.publication.published?.value else { return nil }
        address = edition.address(.claim(rated.claim.id))
        id = edition.identifier(of: rated.claim)
        title = rated.verdict.title.value
        statement = rated.claim.statement.value
        claimants = edition.profiles(rated.claim.claimants).map(\.name.value)
        ruling = rated.ruling
        summary = rated.verdict.summary.value
        authors = edition.profiles(rated.verdict.authors).map { Feed.Author($0, in: edition) }
        topics = rated.claim.topics.compactMap { edition.records.settings.topic($0.value) }
        self.published = published
        updated = rated.lastChanged ?? published
    }

    /// The entry of a retracted verdict. It has the verdict's id, so that feed readers replace the old entry.
    init(_ claim: Claim, _ retraction: Retraction, in edition: Edition) {
        self.init(
            claim,
            at: nil,
            updated: retraction.time.day(in: edition.records.settings.timeZone),
            in: edition
        )
        notice = edition.history(of: claim)?.notices.first { $0.kind == "retraction" }
    }

    /// The entry of a notice; nil if its claim is not in the edition.
    init?(_ notice: Notice, of history: PublicHistory, in edition: Edition) {
        guard let claim = edition.records.claims[history.claim] else { return nil }
        self.init(
            claim,
            at: "#notice-\(notice.number)",
            updated: notice.time.day(in: edition.records.settings.timeZone),
            in: edition
        )
        self.notice = notice
    }

    private init(_ claim: Claim, at fragment: String?, updated: CalendarDate, in edition: Edition) {
        let rated = edition.rated(claim)
        address = edition.address(.claim(claim.id))
        id = edition.identifier(of: claim) + (fragment ?? "")
        title = rated?.verdict.title.value ?? claim.statement.value
        statement = claim.statement.value
        claimants = edition.profiles(claim.claimants).map(\.name.value)
        ruling = rated?.ruling
        summary = rated?.verdict.summary.value ?? claim.statement.value
        authors =
            rated.map { edition.profiles($0.verdict.authors) }?.map { Feed.Author($0, in: edition) } ?? []
        topics = claim.topics.compactMap { edition.records.settings.topic($0.value) }
        published = updated
        self.updated = updated
    }
}

extension Edition {
    /// The address that a claim had first, which feed readers know it by.
    fileprivate func identifier(of claim: Claim) -> String {
        address(.claim(records.formerIDs.identity(.record(.claim), claim.id)))
    }

    /// The published claims of a topic, newest verdict first.
    func publishedClaims(about topic: Topic) -> [RatedClaim] {
        claims(about: topic).filter { !isDraft($0.verdict) }
    }

    /// Whether a topic has published claims, and so feeds of its own.
    func hasPublishedClaims(about topic: Topic) -> Bool {
        claims(about: topic).contains { !isDraft($0.verdict) }
    }

    /// The day of the last published change to any claim; the edition's own day if there is none.
    var lastChanged: CalendarDate {
        (publishedClaims.compactMap(\.lastChanged)
            + notices.map { $0.notice.time.day(in: records.settings.timeZone) }).max() ?? today
    }
}
