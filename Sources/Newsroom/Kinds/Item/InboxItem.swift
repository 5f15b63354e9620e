import Diagnostics

/// An item of the inbox: a claim that came in, in the words in which it came. No reader ever sees one.
package final class InboxItem: DecodableRecord {
    /// The id: the file's name without `.md`.
    package let id: String
    /// The file of the record.
    package let file: SourceFile
    /// The byte range of the Markdown body in the file.
    package let body: Range<Int>

    /// The claim, in the words in which it came.
    package let words: Located<String>
    /// The name of who made it; none of these is a profile yet.
    package let who: Located<String>?
    /// The time at which the claim was made.
    package let made: Located<DateSpan>?
    /// The day on which the newsroom first saw it.
    package let seen: Located<CalendarDate>?
    /// How often it was seen, or asked about.
    package let count: Int
    /// The language of the words (BCP 47).
    package let language: String?
    /// The addresses at which the claim was made.
    package let places: [Located<String>]
    /// Where the item came from: the file, and the item in it.
    package let origins: [Located<String>]
    /// What else came with it, in others' words.
    package let note: Located<String>?
    /// What others ruled on it.
    package let rulings: [OthersRuling]
    /// The id of the claim that answers it.
    package let claim: Located<String>?
    /// The reason why it is not checked.
    package let dismissed: Located<String>?

    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let words = fields.text("words")
        who = fields.text("who")
        made = fields.span("made")
        seen = fields.day("seen")
        count = fields.number("count")?.value ?? 1
        language = fields.text("language")?.value
        places = fields.texts("places")
        origins = fields.texts("origins")
        note = fields.text("note")
        rulings = fields.groups("rulings", owner: "a ruling of others") { OthersRuling(&$0) }
        claim = fields.text("claim")
        dismissed = fields.text("dismissed")
        guard let words else { return nil }
        self.id = id
        self.file = file
        self.body = body
        self.words = words
    }

    /// Whether nobody has decided yet what becomes of it.
    package var isOpen: Bool { claim == nil && dismissed == nil }
}

/// The ruling of another publisher, in that publisher's words.
package struct OthersRuling: Hashable, Sendable {
    /// The name of the publisher.
    package let publisher: String?
    /// The ruling as it is published.
    package let rating: String?
    /// The number of the ruling, with the ends of its scale.
    package let number: String?
    /// The address of the fact-check.
    package let url: String?
    /// Its headline.
    package let title: String?
    /// Its day.
    package let date: Located<DateSpan>?
    /// Its language (BCP 47).
    package let language: String?

    init?(_ fields: inout FieldReader) {
        publisher = fields.text("publisher")?.value
        rating = fields.text("rating")?.value
        number = fields.text("number")?.value
        url = fields.text("url")?.value
        title = fields.text("title")?.value
        date = fields.span("date")
        language = fields.text("language")?.value
    }
}
