/// The description of the kind `item`.
extension InboxItem {
    /// Which kind of record this is.
    package static var kind: RecordKind { .item }
    /// Where its files are.
    package static var folder: String { "content/inbox" }
    /// The folder that its pages would have; there are none.
    package static var siteFolder: String { "inbox" }
    /// What a record of the kind is, in one line.
    package static var meaning: String { "a claim that came in, in the words in which it came" }
    /// What the Markdown below its front matter is.
    package static var bodyMeaning: String { "the newsroom's notes on it, for nobody else" }
    /// When readers may see it.
    package static var visibility: Visibility { .never }

    private static let unpublished = Judgement.free("it is of the inbox, and of no ruling")

    /// The fields, in the order in which documentation lists them.
    package static let fields: [FieldDescription] = [
        .init("words", .text, unpublished, needed: true, "the claim, in the words in which it came"),
        .init("who", .text, unpublished, "the name of who made it"),
        .init("made", .span, unpublished, "when it was made"),
        .init("seen", .day, unpublished, "when the newsroom first saw it"),
        .init("count", .number, unpublished, "how often it was seen or asked about; 1 if left out"),
        .init("language", .text, unpublished, "the language of the words (BCP 47)"),
        .init("places", .list(.address), unpublished, "where it was made"),
        .init(
            "origins",
            .list(.text),
            unpublished,
            "the files that it came from; `assay import` writes them"
        ),
        .init("note", .text, unpublished, "what else came with it, in others' words"),
        .init(
            "rulings",
            .list(.group(OthersRuling.fields(unpublished))),
            unpublished,
            "what others ruled on it"
        ),
        .init("claim", .reference(.claim), unpublished, "the claim that answers it"),
        .init("dismissed", .text, unpublished, "why it is not checked"),
        .formerly(unpublished),
    ]

    /// The claim that answers the item.
    package func references(in newsroom: Newsroom) -> [RecordReference] {
        claim.map { [RecordReference($0, .claim)] } ?? []
    }
}

extension OthersRuling {
    static func fields(_ judgement: Judgement) -> [FieldDescription] {
        [
            .init("publisher", .text, judgement, "who ruled"),
            .init("rating", .text, judgement, "the ruling in that publisher's words"),
            .init("number", .text, judgement, "its number, with the ends of the scale: `2 of 1 to 5`"),
            .init("url", .address, judgement, "the address of the fact-check"),
            .init("title", .text, judgement, "its headline"),
            .init("date", .span, judgement, "its day"),
            .init("language", .text, judgement, "its language (BCP 47)"),
        ]
    }
}

extension Newsroom {
    /// The items of the inbox.
    package var inbox: Table<InboxItem> { table() }

    /// The newsroom without the records that no reader ever sees.
    package var withoutUnseen: Newsroom {
        let unseen = RecordKind.allCases.filter { $0.visibility == .never }
        guard unseen.contains(where: { table(of: $0).count > 0 }) else { return self }
        return keeping { kind, _ in kind.visibility != .never }
    }
}
