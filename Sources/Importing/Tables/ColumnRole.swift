/// What a column of a table can hold, by the words of the map.
package enum ColumnRole: String, Hashable, Sendable, CaseIterable {
    case words
    case who
    case made
    case place
    case language
    case seen
    case count
    case note
    case ruling
    case rulingNumber = "ruling-number"
    case rulingWorst = "ruling-worst"
    case rulingBest = "ruling-best"
    case rulingPublisher = "ruling-publisher"
    case rulingURL = "ruling-url"
    case rulingTitle = "ruling-title"
    case rulingDate = "ruling-date"
    case rulingLanguage = "ruling-language"

    /// What the column holds, in a few words.
    package var meaning: String {
        switch self {
        case .words: "the claim"
        case .who: "who made it"
        case .made: "when it was made"
        case .place: "addresses at which it was made"
        case .language: "the language of the claim"
        case .seen: "when somebody saw it, or asked about it"
        case .count: "how often it was seen or asked about"
        case .note: "what else is said about it"
        case .ruling: "what another publisher ruled, in words"
        case .rulingNumber: "the number of that ruling"
        case .rulingWorst: "the worst number of its scale"
        case .rulingBest: "the best number of its scale"
        case .rulingPublisher: "who ruled"
        case .rulingURL: "the address of the fact-check"
        case .rulingTitle: "its headline"
        case .rulingDate: "its day"
        case .rulingLanguage: "its language"
        }
    }

    /// Names that columns of this meaning have in tables of the field, without all but letters and digits.
    var usualNames: [String] {
        switch self {
        case .words:
            [
                "claim", "claimreviewclaimreviewed", "claimreviewed", "statement", "words", "claimtext",
                "sentence",
                "text", "vclaim", "quote", "claimen", "behauptung", "message", "content",
            ]
        case .who:
            [
                "claimant", "speaker", "who", "itemreviewedauthorname", "creativeworkauthorname", "author",
                "claimauthor", "person", "source",
            ]
        case .made:
            [
                "claimdate", "made", "stated", "creativeworkdatepublished", "itemrevieweddatepublished",
                "datestated", "statementdate",
            ]
        case .place:
            [
                "originalclaimurl", "appearance", "appearances", "firstappearance", "place", "posturl",
                "claimurl", "link", "itemreviewedappearance",
            ]
        case .language: ["language", "lang", "inlanguage", "languagecode", "locale"]
        case .seen:
            ["seen", "firstseen", "received", "createdat", "created", "timestamp", "submitted", "date"]
        case .count: ["count", "times", "requests", "number", "asked", "frequency"]
        case .note: ["note", "notes", "comment", "comments", "claimcontext", "context", "justification"]
        case .ruling:
            [
                "rating", "verdict", "ratingalternatename", "alternatename", "label", "ruling",
                "textualrating",
                "reviewratingalternatename", "conclusion",
            ]
        case .rulingNumber: ["ratingratingvalue", "ratingvalue", "reviewratingratingvalue"]
        case .rulingWorst: ["ratingworstrating", "worstrating"]
        case .rulingBest: ["ratingbestrating", "bestrating"]
        case .rulingPublisher:
            [
                "publisher", "factchecker", "organization", "organisation", "claimreviewauthorname",
                "claimreviewsource", "reviewer", "site",
            ]
        case .rulingURL:
            [
                "reviewurl", "claimreviewurl", "factcheckingarticle", "factcheckurl", "articleurl", "url",
                "verdicturl",
            ]
        case .rulingTitle: ["title", "extratitle", "reviewtitle", "headline", "articletitle"]
        case .rulingDate:
            ["reviewdate", "claimreviewdatepublished", "datepublished", "verdictdate", "published"]
        case .rulingLanguage: ["reviewlanguage"]
        }
    }
}
