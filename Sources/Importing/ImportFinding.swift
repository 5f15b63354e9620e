/// One thing that an import noticed in a file: a mistake, a repair or a loss.
package struct ImportFinding: Hashable, Sendable {
    /// The kinds of findings, by the words that reports name them with.
    package enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
        // The file.
        case brokenJSON = "broken-json"
        case brokenXML = "broken-xml"
        case brokenTable = "broken-table"
        case wrongEncoding = "wrong-encoding"
        case cutOff = "cut-off"
        case moreElsewhere = "more-elsewhere"
        // What was left out.
        case noWords = "no-words"
        case twice = "twice"
        case notKept = "not-kept"
        case tooLong = "too-long"
        case tooMany = "too-many"
        case severalValues = "several-values"
        // The claim.
        case headline = "headline-as-claim"
        case rulingInWords = "ruling-in-words"
        case markup = "markup-in-text"
        case blanks = "stray-blanks"
        case hiddenCharacter = "hidden-character"
        case unknownLanguage = "unknown-language"
        // Dates.
        case unreadableDate = "unreadable-date"
        case ambiguousDate = "ambiguous-date"
        case oddDate = "odd-date"
        case dayOfTheCheck = "day-of-the-check"
        case oneDay = "one-day-for-all"
        // Addresses.
        case noAddress = "no-address"
        case badAddress = "unusable-address"
        case severalAddresses = "several-addresses"
        case shortLink = "short-link"
        case otherPage = "address-of-another-page"
        case ownPlace = "appearance-at-publisher"
        case oneAddress = "one-address-for-all"
        // Ratings.
        case noRating = "no-rating"
        case labelPrefix = "label-with-prefix"
        case placeholderScale = "placeholder-scale"
        case badScale = "bad-scale"
        case outsideScale = "number-outside-scale"
        // Claimants.
        case everyPerson = "every-claimant-a-person"
        case leakingItem = "item-of-the-one-before"

        package static func < (left: Kind, right: Kind) -> Bool { left.place < right.place }

        private static let order = allCases
        private var place: Int { Self.order.firstIndex(of: self) ?? 0 }
    }

    /// What it is.
    package let kind: Kind
    /// The number of the item in the file, from 1; nil where it is about the file.
    package let item: Int?
    /// The field, by its name in the file.
    package let field: String?
    /// What stands there, shortened.
    package let value: String?
}

extension ImportFinding.Kind {
    /// What was found and what became of it, in one line without a full stop.
    package var meaning: String {
        switch self {
        case .brokenJSON: "not valid JSON; it was read as it was probably meant"
        case .brokenXML: "not well-formed XML; it was read as far as it goes"
        case .brokenTable: "a row with more or fewer values than the table has columns"
        case .wrongEncoding: "not UTF-8; read in the encoding that it seems to have"
        case .cutOff: "the file stops in the middle; what stands before was read"
        case .moreElsewhere: "the file is one page of several; fetch and import the others, too"
        case .noWords: "no claim in it: left out"
        case .twice: "the same claim with the same ruling again: counted, and left out"
        case .notKept: "a field that Assay has no place for: left out"
        case .tooLong: "longer than is kept: shortened"
        case .tooMany: "more items than one import takes: the rest is left out"
        case .severalValues: "several values where one belongs: the first was taken"
        case .headline: "a headline stands for the claim, which may say something else"
        case .rulingInWords: "the claim begins with the ruling"
        case .markup: "HTML in a text: taken out"
        case .blanks: "blanks around or within a value: taken out"
        case .hiddenCharacter: "characters that nobody sees: taken out"
        case .unknownLanguage: "no language code: left out"
        case .unreadableDate: "no date that can be read: left out"
        case .ambiguousDate: "a date that means one day in London and another one in New York: left out"
        case .oddDate: "a date in another form than 2018-07-16: read"
        case .dayOfTheCheck: "the claim's day is that of the fact-check"
        case .oneDay: "all fact-checks of a publisher have one day: probably when they were exported"
        case .noAddress: "a fact-check without an address"
        case .badAddress: "no web address: left out"
        case .severalAddresses: "several addresses in one text: taken apart"
        case .shortLink: "a shortened link, which may end any day"
        case .otherPage: "the address is that of another page or site"
        case .ownPlace: "the claim appears at the fact-checker's own site: left out"
        case .oneAddress: "all fact-checks of a publisher have one address"
        case .noRating: "a fact-check without a ruling in words"
        case .labelPrefix: "a ruling with a word before it, as in “Rating: False”: taken off"
        case .placeholderScale: "a scale of -1 or 0, which says that there is none: left out"
        case .badScale: "a scale whose ends are no numbers or the wrong way round: left out"
        case .outsideScale: "a number outside its scale: left out"
        case .everyPerson: "every claimant of a publisher is a Person, so the type says nothing"
        case .leakingItem: "claimant and place are those of the claim before, which says something else"
        }
    }

    /// Whether something of the file is lost by it.
    package var isLoss: Bool {
        switch self {
        case .noWords, .notKept, .tooLong, .tooMany, .severalValues, .unknownLanguage, .unreadableDate,
            .ambiguousDate, .badAddress, .ownPlace, .placeholderScale, .badScale, .outsideScale, .cutOff:
            true
        default: false
        }
    }
}

/// The findings of one import, as they are made.
package struct ImportFindings: Hashable, Sendable {
    /// All findings, in the order in which they were made.
    package private(set) var all: [ImportFinding] = []

    /// The longest value that a finding quotes, in characters.
    private static let valueLimit = 80

    /// Begins without any.
    package init() {}

    /// The number of findings of a kind.
    package func count(of kind: ImportFinding.Kind) -> Int { all.count { $0.kind == kind } }

    /// Adds a finding.
    package mutating func add(
        _ kind: ImportFinding.Kind,
        item: Int? = nil,
        field: String? = nil,
        _ value: String? = nil
    ) {
        let short = value.map { $0.count > Self.valueLimit ? $0.prefix(Self.valueLimit) + "…" : $0 }
        all.append(ImportFinding(kind: kind, item: item, field: field, value: short))
    }

    /// The findings grouped by kind, with how often each field is concerned, the most frequent first.
    package var byKind: [(kind: ImportFinding.Kind, count: Int, fields: [(name: String, count: Int)])] {
        Dictionary(grouping: all, by: \.kind).sorted { $0.key < $1.key }.map { kind, findings in
            let fields = Dictionary(grouping: findings.compactMap(\.field), by: \.self)
                .map { (name: $0.key, count: $0.value.count) }
                .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
            return (kind, findings.count, fields)
        }
    }
}
